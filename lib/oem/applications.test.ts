import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, oemLinkApplications, standingLinks } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { mailsTo } from '@/lib/testing/mails';
import { aboutOem, allChecks, newApplication, newIssued, newSupport } from '@/lib/testing/oem-links';
import { newPartner, newPerson } from '@/lib/testing/tenants';
import { askLink } from './ask-link';
import { issueLink } from './issue-link';
import { linkChecks } from './link-checks';
import { getConsentLink } from './queries';
import { getApplication, listApplications } from './queue-queries';
import { refuseApplication } from './refuse-application';
import { releaseApplication } from './release-application';
import { takeApplication } from './take-application';
import { withdrawApplication } from './withdraw-application';

const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence, path }) => [sentence, path]);
const mailed = async (person: UserActor) => (await mailsTo(person.email)).map(({ subject }) => subject);
const eventsOf = (partnerId: string) =>
  db
    .select({ action: auditEvents.action, detail: auditEvents.detail, tenantId: auditEvents.tenantId })
    .from(auditEvents)
    .where(eq(auditEvents.partnerId, partnerId))
    .orderBy(auditEvents.seq);

describe('an OEM that has no link', () => {
  it('asks support, which is told by mail and in the portal', async () => {
    const support = await newSupport();
    const { tenant, actor, applicationId } = await newApplication();
    expect(await told(support)).toEqual([[`${tenant.name} asks for its consent link.`, paths.oemLink(applicationId)]]);
    expect(await mailed(support)).toEqual([`${tenant.name} asks for its consent link`]);
    expect(await getConsentLink(actor, {})).toMatchObject({
      link: null,
      ended: null,
      application: { id: applicationId, state: 'asked', askedBy: actor.name },
    });
    expect(await getApplication(support, { id: applicationId })).toMatchObject({
      partnerName: tenant.name,
      website: 'https://www.proseware.example',
      makes: ['Proseware', 'Proseware Devices'],
      contactEmail: 'paul@proseware.example',
      link: null,
    });
    expect((await listApplications(support, { show: 'open', page: 1000 })).rows.at(-1)).toMatchObject({
      id: applicationId,
    });
  });

  it('asks once at a time, however often it presses', async () => {
    const { actor } = await newPartner('oem', 'global_admin');
    const answers = await Promise.all(Array.from({ length: 10 }, () => askLink(actor, aboutOem)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 9 }, () => ({ ok: false, reason: 'already_asked' })),
    );
  });

  it('takes its application back, and asks anew', async () => {
    const { actor, applicationId } = await newApplication();
    expect(await withdrawApplication(actor, { applicationId })).toEqual({ ok: true });
    expect(await withdrawApplication(actor, { applicationId })).toEqual({ ok: false, reason: 'already_closed' });
    expect(await askLink(actor, aboutOem)).toMatchObject({ ok: true });
  });

  it.each(['direct', 'indirect_provider', 'indirect_reseller'] as const)(
    'is no partner that is %s: those make their own',
    async (type) => {
      const { actor } = await newPartner(type, 'global_admin', 'admin_agent');
      await expect(askLink(actor, aboutOem)).rejects.toMatchObject({ code: 'denied' });
      await expect(getConsentLink(actor, {})).rejects.toMatchObject({ code: 'denied' });
    },
  );
});

describe('support', () => {
  it('issues the link once every check is ticked, and the log keeps the checks', async () => {
    const { tenant, actor, applicationId } = await newApplication();
    const colleague = await newPerson(tenant, 'sales_agent');
    const support = await newSupport();
    const checks = { ...allChecks, contact: false } as never;
    await expect(issueLink(support, { applicationId, checks })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'checks.contact': expect.stringContaining('Make sure') },
    });
    expect(await issueLink(support, { applicationId, checks: allChecks })).toEqual({ ok: true });
    const { link, application } = await getConsentLink(actor, {});
    expect(link?.url).toContain('invType=DeviceManufacturerRelationship');
    expect(application?.state).toBe('issued');
    for (const person of [actor, colleague])
      expect(await told(person)).toEqual([[expect.stringContaining('issued your consent link'), paths.consentLink()]]);
    expect(await mailed(actor)).toHaveLength(1);
    expect(await mailed(colleague)).toEqual([]);
    const events = await eventsOf(tenant.id);
    expect(events.map(({ action }) => action)).toEqual(['oem_link.asked', 'oem_link.issued']);
    expect(events[1]).toMatchObject({
      tenantId: support.tenant.id,
      detail: { application: applicationId, checks: Object.values(linkChecks) },
    });
  });

  it('issues one link, however many do it at once', async () => {
    const { tenant, applicationId } = await newApplication();
    const people = await Promise.all(Array.from({ length: 5 }, () => newSupport()));
    const answers = await Promise.all(people.map((person) => issueLink(person, { applicationId, checks: allChecks })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 4 }, () => ({ ok: false, reason: 'closed' })));
    expect(await db.select().from(standingLinks).where(eq(standingLinks.partnerId, tenant.id))).toHaveLength(1);
  });

  it('refuses with a reason that the OEM reads where its link would be', async () => {
    const { tenant, actor, applicationId } = await newApplication();
    const support = await newSupport();
    await expect(refuseApplication(support, { applicationId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    const reason = 'The website does not show devices.';
    expect(await refuseApplication(support, { applicationId, reason })).toEqual({ ok: true });
    expect(await getConsentLink(actor, {})).toMatchObject({
      link: null,
      application: { state: 'refused', answer: reason },
    });
    expect(await mailed(actor)).toEqual([expect.stringContaining('did not issue')]);
    expect((await mailsTo(actor.email))[0]?.textBody).not.toContain(reason);
    expect((await eventsOf(tenant.id)).at(-1)).toMatchObject({ action: 'oem_link.refused', detail: { reason } });
    expect(await askLink(actor, aboutOem)).toMatchObject({ ok: true });
  });

  it('has one person look at an application at a time', async () => {
    const { applicationId } = await newApplication();
    const [first, second, lead] = [await newSupport(), await newSupport(), await newSupport('support_admin')];
    expect(await takeApplication(first, { applicationId })).toEqual({ ok: true });
    const taken = { ok: false, reason: 'taken', by: first.name };
    expect(await takeApplication(second, { applicationId })).toEqual(taken);
    expect(await issueLink(second, { applicationId, checks: allChecks })).toEqual(taken);
    expect(await refuseApplication(second, { applicationId, reason: 'No' })).toEqual(taken);
    expect(await releaseApplication(second, { applicationId })).toEqual(taken);
    expect(await releaseApplication(lead, { applicationId })).toEqual({ ok: true });
    expect(await takeApplication(second, { applicationId })).toEqual({ ok: true });
    expect(await issueLink(second, { applicationId, checks: allChecks })).toEqual({ ok: true });
    for (const again of [
      await takeApplication(first, { applicationId }),
      await releaseApplication(first, { applicationId }),
      await refuseApplication(first, { applicationId, reason: 'No' }),
    ])
      expect(again).toEqual({ ok: false, reason: 'closed' });
  });

  it('finds nothing under an id that is none', async () => {
    const support = await newSupport();
    const applicationId = crypto.randomUUID();
    await expect(getApplication(support, { id: applicationId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(issueLink(support, { applicationId, checks: allChecks })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('an OEM that has a link', () => {
  it('cannot ask for another', async () => {
    const { actor, tenant } = await newIssued();
    expect(await askLink(actor, aboutOem)).toEqual({ ok: false, reason: 'already_issued' });
    const applications = await db
      .select()
      .from(oemLinkApplications)
      .where(eq(oemLinkApplications.partnerId, tenant.id));
    expect(applications).toHaveLength(1);
  });
});
