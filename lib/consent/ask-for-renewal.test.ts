import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { latestNotifications } from '@/lib/notifications/queries';
import { mailsTo } from '@/lib/testing/mails';
import { newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { askForRenewal } from './ask-for-renewal';
import { findInvitation } from './invitation-queries';

let agent: UserActor;
let tenant: Awaited<ReturnType<typeof newPartner>>['tenant'];
beforeEach(async () => {
  ({ actor: agent, tenant } = await newPartner('direct', 'admin_agent'));
});

const end = (id: string, state: 'accepted' | 'declined' | 'canceled' | 'expired' | 'superseded' | 'draft') =>
  db.update(consentRequests).set({ state }).where(eq(consentRequests.id, id));
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const events = (id: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.action, 'consent_request.renewal_asked')));

describe('asking for a new link', () => {
  it.each(['accepted', 'declined', 'canceled', 'expired', 'superseded'] as const)(
    'tells the sender of one that is %s, for a visitor too',
    async (state) => {
      const link = await newRequest(agent, { recipientName: 'Ada Lovelace', organization: 'Contoso' });
      await end(link.requestId, state);
      expect(await askForRenewal(null, link)).toEqual({ ok: true, at: expect.any(Date) });
      const sentence = 'Somebody with the ended link for Ada Lovelace (Contoso) asks for a new one.';
      expect(await told(agent)).toEqual([sentence]);
      const mails = await mailsTo(agent.email);
      expect(mails.map(({ subject, links }) => [subject, links.length])).toEqual([
        ['Somebody asks for a new link for Contoso', 1],
      ]);
      expect(await events(link.requestId)).toMatchObject([{ actorType: 'anonymous', partnerId: tenant.id }]);
    },
  );

  it('works from the millisecond of the expiry on', async () => {
    const link = await newRequest(agent, { expiresInDays: 7 });
    expect(await askForRenewal(null, link)).toEqual({ ok: false, reason: 'still_good' });
    setClock(() => later(new Date(), days(7)));
    expect(await askForRenewal(null, link).finally(() => setClock())).toMatchObject({ ok: true });
  });

  it('is heard once of twenty at once, and says afterwards when it was', async () => {
    const link = await newRequest(agent);
    await end(link.requestId, 'expired');
    const { admin } = await newCustomer();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => askForRenewal(at % 2 ? admin : null, link)),
    );
    const [first] = answers.filter(({ ok }) => ok);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const refused of answers.filter(({ ok }) => !ok))
      expect(refused).toEqual({ ok: false, reason: 'already_asked', at: first && 'at' in first && first.at });
    expect(await mailsTo(agent.email)).toHaveLength(1);
    expect(await events(link.requestId)).toHaveLength(1);
    expect(await findInvitation(null, link)).toMatchObject({ why: 'expired', renewalAskedAt: expect.any(Date) });
  });

  it('reaches the others who may send once the sender has no account any more', async () => {
    const sales = await newPerson(tenant, 'sales_agent');
    const helpdesk = await newPerson(tenant, 'helpdesk_agent');
    const link = await newRequest(agent);
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, agent.id));
    expect(await askForRenewal(null, link)).toMatchObject({ ok: true });
    expect(await told(sales)).toHaveLength(1);
    expect(await told(helpdesk)).toEqual([]);
    expect(await mailsTo(agent.email)).toEqual([]);
  });

  it('has nobody to tell about a link that we do not know', async () => {
    const link = await newRequest(agent);
    const other = await newRequest(agent);
    await end(link.requestId, 'expired');
    const unknown = { ok: false, reason: 'unknown' };
    expect(await askForRenewal(null, { ...link, token: 'x'.repeat(43) })).toEqual(unknown);
    expect(await askForRenewal(null, { ...link, token: '' })).toEqual(unknown);
    expect(await askForRenewal(null, { ...link, token: other.token })).toEqual(unknown);
    await end(other.requestId, 'draft');
    expect(await askForRenewal(null, other)).toEqual(unknown);
    expect(await told(agent)).toEqual([]);
  });
});
