import { and, eq, isNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { makeStandingLink } from '@/lib/consent/make-standing-link';
import { rotateStandingLink } from '@/lib/consent/rotate-standing-link';
import { sendRequest } from '@/lib/consent/send-request';
import { findStanding, getStanding } from '@/lib/consent/standing-queries';
import { latestNotifications } from '@/lib/notifications/queries';
import { mailsTo } from '@/lib/testing/mails';
import { aboutOem, linkAddressOf, newIssued, newSupport } from '@/lib/testing/oem-links';
import { acceptStandingAs, newStandingLink } from '@/lib/testing/standing-links';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { askLink } from './ask-link';
import { consentLinkOf } from './consent-link';
import { getConsentLink } from './queries';
import { replaceLink } from './replace-link';
import { withdrawLink } from './withdraw-link';

const consentsOf = (partnerId: string) =>
  db
    .select()
    .from(consents)
    .where(and(eq(consents.partnerId, partnerId), isNull(consents.revokedAt)));
const linkIdOf = async (partnerId: string) => (await consentLinkOf(partnerId))?.id ?? '';
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);

describe('an OEM’s consent link', () => {
  it('is accepted by customers, without delegated rights, and everybody who hands it out is told', async () => {
    const { tenant, actor, support } = await newIssued();
    const sales = await newPerson(tenant, 'sales_agent');
    const customer = await newCustomer('Contoso');
    expect(await acceptStandingAs(customer.admin, await linkAddressOf(actor), true)).toMatchObject({ ok: true });
    expect(await consentsOf(tenant.id)).toMatchObject([{ kind: 'oem', dap: false, customerId: customer.tenant.id }]);
    expect((await getConsentLink(actor, {})).link).toMatchObject({ accepted: 1, declined: 0 });
    for (const person of [actor, sales]) {
      expect((await told(person))[0]).toBe('Contoso accepted your request.');
      expect((await mailsTo(person.email)).at(-1)?.textBody).toContain('consent to register devices');
    }
    expect(await mailsTo(support.email)).toEqual([]);
  });

  it('is replaced by support: the old address is dead at once and says so, consents stay', async () => {
    const { tenant, actor, support } = await newIssued();
    const sales = await newPerson(tenant, 'sales_agent');
    const customer = await newCustomer();
    const old = await linkAddressOf(actor);
    await acceptStandingAs(customer.admin, old);
    const linkId = await linkIdOf(tenant.id);
    const reason = 'The old one was published by a stranger.';
    expect(await replaceLink(support, { linkId, reason })).toEqual({ ok: true });
    const dead = { kind: 'dead', why: 'replaced', oem: true, partnerName: tenant.name };
    expect(await findStanding(null, { address: old })).toMatchObject(dead);
    const second = await newCustomer();
    expect(await acceptStandingAs(second.admin, old)).toMatchObject({ ok: false, reason: 'dead', why: 'replaced' });
    expect(await acceptStandingAs(second.admin, await linkAddressOf(actor))).toMatchObject({ ok: true });
    expect(await consentsOf(tenant.id)).toHaveLength(2);
    expect((await getConsentLink(actor, {})).ended).toMatchObject({ reason });
    expect(await told(sales)).toContainEqual(expect.stringContaining('replaced your consent link'));
    const events = await db.select().from(auditEvents).where(eq(auditEvents.action, 'oem_link.replaced'));
    expect(events.filter(({ partnerId }) => partnerId === tenant.id)).toMatchObject([
      { tenantId: support.tenant.id, detail: { reason, replaced: linkId } },
    ]);
  });

  it('is withdrawn by support: there is none, consents stay, and the OEM can ask again', async () => {
    const { tenant, actor, support } = await newIssued();
    const customer = await newCustomer();
    const old = await linkAddressOf(actor);
    await acceptStandingAs(customer.admin, old);
    const reason = 'The company asked for it.';
    expect(await withdrawLink(support, { linkId: await linkIdOf(tenant.id), reason })).toEqual({ ok: true });
    expect(await getStanding((await newCustomer()).admin, { address: old })).toMatchObject({
      kind: 'dead',
      why: 'withdrawn',
      oem: true,
    });
    expect(await getConsentLink(actor, {})).toMatchObject({ link: null, ended: { reason } });
    expect(await consentsOf(tenant.id)).toHaveLength(1);
    expect(await askLink(actor, aboutOem)).toMatchObject({ ok: true });
  });

  it('ends once, whoever of two supporters is later, and never by its OEM', async () => {
    const { tenant, actor, support } = await newIssued();
    const linkId = await linkIdOf(tenant.id);
    const colleague = await newSupport();
    const answers = await Promise.all([
      replaceLink(support, { linkId, reason: 'A' }),
      withdrawLink(colleague, { linkId, reason: 'B' }),
      replaceLink(colleague, { linkId, reason: 'C' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 2 }, () => ({ ok: false, reason: 'already_ended' })),
    );
    const own = await newPerson(tenant, 'admin_agent', 'global_admin');
    await expect(withdrawLink(own, { linkId, reason: 'D' })).rejects.toMatchObject({ code: 'denied' });
    await expect(rotateStandingLink(actor, { linkId })).rejects.toMatchObject({ code: 'denied' });
    await expect(makeStandingLink(actor, {})).rejects.toMatchObject({ code: 'denied' });
  });

  it('is the only way an OEM asks: it sends no personal requests', async () => {
    const { actor } = await newIssued();
    const request = {
      requestId: crypto.randomUUID(),
      recipientName: 'Ada Ng',
      recipientEmail: 'ada@contoso.onmicrosoft.com',
      organization: 'Contoso',
      dap: false,
      delivery: 'mail',
    } as const;
    await expect(sendRequest(actor, request)).rejects.toMatchObject({ code: 'denied' });
  });

  it('is all that support changes here: a partner’s own standing link is not found', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const { id: linkId } = await newStandingLink(actor);
    const support = await newSupport();
    await expect(withdrawLink(support, { linkId, reason: 'No' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(replaceLink(support, { linkId, reason: 'No' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
