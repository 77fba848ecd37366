import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, partnerLinks, requestDays, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newCustomer, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { cancelRequest } from './cancel-request';
import { declineRequest } from './decline-request';
import { findInvitation } from './invitation-queries';
import { openRequest } from './open-request';
import { resendRequest } from './resend-request';

let tenant: Awaited<ReturnType<typeof newTenant>>;
let agent: UserActor;
let customer: Awaited<ReturnType<typeof newCustomer>>;
beforeEach(async () => {
  ({ tenant, actor: agent } = await newPartner('direct', 'admin_agent'));
  customer = await newCustomer('Contoso');
});

const stored = async (id: string) => (await db.select().from(consentRequests).where(eq(consentRequests.id, id)))[0];
const again = (
  requestId: string,
  given: { delivery?: 'mail' | 'copy'; expiresInDays?: 7 | 90; newId?: string } = {},
) => ({
  requestId,
  newId: randomUUID(),
  delivery: 'copy' as const,
  ...given,
});
/** Sends it again by copy and takes the new link out of the copy. */
async function resent(requestId: string) {
  const outcome = await resendRequest(agent, again(requestId));
  if (!outcome.ok || !outcome.copy) throw new Error('the request was not sent again');
  return { requestId: outcome.requestId, token: outcome.copy.url.split('/').at(-1) ?? '' };
}
const sentToday = async () =>
  (await db.select().from(requestDays).where(eq(requestDays.partnerId, agent.tenant.id)))[0]?.sent;

describe('sending a request again', () => {
  it('gives it a new link and a new clock; the old link says that there is a newer one', async () => {
    const old = await newRequest(agent, { recipientEmail: customer.admin.email, dap: true });
    setClock(() => later(new Date(), days(3)));
    const at = now();
    const newer = await resent(old.requestId).finally(() => setClock());
    expect(await stored(old.requestId)).toMatchObject({ state: 'superseded' });
    const row = await stored(newer.requestId);
    expect(row).toMatchObject({
      state: 'sent',
      replacesId: old.requestId,
      recipientEmail: customer.admin.email,
      recipientName: 'Ada Lovelace',
      dap: true,
      kind: 'reseller',
    });
    expect(row?.expiresAt.getTime()).toBeGreaterThanOrEqual(later(at, days(14)).getTime());
    expect(await findInvitation(null, old)).toMatchObject({ kind: 'dead', why: 'replaced' });
    expect(await acceptAs(customer.admin, old)).toEqual({ ok: false, reason: 'dead', why: 'replaced' });
    expect(await acceptAs(customer.admin, newer, true)).toMatchObject({ ok: true });
  });

  it('mails the recipient the new link, for as long as was chosen', async () => {
    const to = `${randomUUID()}@nobody.example`;
    const { requestId } = await newRequest(agent, { recipientEmail: to });
    const input = again(requestId, { delivery: 'mail', expiresInDays: 90 });
    expect(await resendRequest(agent, input)).toEqual({ ok: true, requestId: input.newId, copy: null });
    const [mail] = await mailsTo(to);
    expect(mail?.links).toHaveLength(1);
    const token = mail?.links[0]?.split('/').at(-1) ?? '';
    expect(await findInvitation(null, { token })).toMatchObject({ kind: 'good', requestId: input.newId });
    const row = await stored(input.newId);
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(days(90));
  });

  it('leaves one event and takes one from the day', async () => {
    const { requestId } = await newRequest(agent);
    const newer = await resent(requestId);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, newer.requestId));
    expect(events).toMatchObject([{ action: 'consent_request.resent', detail: { replaces: requestId } }]);
    expect(await sentToday()).toBe(2);
  });

  it('works for one that was opened, and for one that ran out, before and after a job says so', async () => {
    const opened = await newRequest(agent, { recipientEmail: customer.admin.email });
    await openRequest(customer.admin, opened);
    const over = await newRequest(agent);
    const overdue = await newRequest(agent);
    await db.update(consentRequests).set({ state: 'expired' }).where(eq(consentRequests.id, over.requestId));
    await db.update(consentRequests).set({ expiresAt: now() }).where(eq(consentRequests.id, overdue.requestId));
    for (const { requestId } of [opened, over, overdue])
      expect(await resendRequest(agent, again(requestId))).toMatchObject({ ok: true });
  });

  it.each(['accepted', 'declined', 'canceled', 'draft'] as const)('is refused for one that is %s', async (state) => {
    const { requestId } = await newRequest(agent);
    await db.update(consentRequests).set({ state }).where(eq(consentRequests.id, requestId));
    expect(await resendRequest(agent, again(requestId))).toEqual({ ok: false, reason: 'closed' });
    expect(await stored(requestId)).toMatchObject({ state });
  });

  it('is refused for one that died with the account of its sender', async () => {
    const colleague = await newPerson(tenant, 'sales_agent');
    const { requestId } = await newRequest(colleague);
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, colleague.id));
    expect(await resendRequest(agent, again(requestId))).toEqual({ ok: false, reason: 'closed' });
  });

  it('has one winner of ten at once, and the others learn of it', async () => {
    const { requestId } = await newRequest(agent);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => resendRequest(agent, again(requestId))));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]));
    expect(refused).toEqual(Array.from({ length: 9 }, () => 'replaced'));
    expect(await db.select().from(consentRequests).where(eq(consentRequests.replacesId, requestId))).toHaveLength(1);
    expect(await sentToday()).toBe(2);
  });

  it('sends once, however often the same button is clicked', async () => {
    const { requestId } = await newRequest(agent);
    const input = again(requestId);
    const outcomes = await Promise.all([1, 2, 3].map(() => resendRequest(agent, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      [1, 2].map(() => ({ ok: false, reason: 'already_sent', requestId: input.newId })),
    );
  });

  it('or is answered, but not both', async () => {
    for (let round = 0; round < 5; round++) {
      const link = await newRequest(agent);
      const [sent, answered] = await Promise.all([
        resendRequest(agent, again(link.requestId)),
        declineRequest(customer.admin, link),
      ]);
      expect([sent.ok, answered.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  it('goes under the provider it names, and not once that has gone', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const provider = await newTenant('partner', { partnerType: 'indirect_provider' });
    const linkId = await newPartnerLink(provider, reseller.tenant);
    agent = reseller.actor;
    const newer = await resent((await newRequest(agent)).requestId);
    expect(await stored(newer.requestId)).toMatchObject({ kind: 'indirect_reseller', providerId: provider.id });
    await db.update(partnerLinks).set({ endedAt: now() }).where(eq(partnerLinks.id, linkId));
    expect(await resendRequest(agent, again(newer.requestId))).toEqual({ ok: false, reason: 'provider_left' });
    expect(await stored(newer.requestId)).toMatchObject({ state: 'sent' });
  });

  it('is not for another organization', async () => {
    const { requestId } = await newRequest(agent);
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await expect(resendRequest(stranger, again(requestId))).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored(requestId)).toMatchObject({ state: 'sent' });
  });
});

describe('taking a request back', () => {
  it('kills its link at once', async () => {
    const link = await newRequest(agent, { recipientEmail: customer.admin.email });
    await openRequest(customer.admin, link);
    expect(await cancelRequest(agent, link)).toEqual({ ok: true });
    expect(await stored(link.requestId)).toMatchObject({
      state: 'canceled',
      decidedBy: agent.id,
      decidedAt: expect.any(Date),
      customerId: null,
    });
    expect(await findInvitation(null, link)).toMatchObject({ kind: 'dead', why: 'withdrawn' });
    expect(await acceptAs(customer.admin, link)).toEqual({ ok: false, reason: 'dead', why: 'withdrawn' });
    expect(await cancelRequest(agent, link)).toEqual({ ok: false, reason: 'already_closed' });
  });

  it('or it is answered, but not both', async () => {
    for (let round = 0; round < 5; round++) {
      const link = await newRequest(agent);
      const [canceled, declined] = await Promise.all([
        cancelRequest(agent, link),
        declineRequest(customer.admin, link),
      ]);
      expect([canceled.ok, declined.ok].filter(Boolean)).toHaveLength(1);
    }
  });

  it('comes too late once it ran out', async () => {
    const link = await newRequest(agent);
    await db.update(consentRequests).set({ expiresAt: now() }).where(eq(consentRequests.id, link.requestId));
    expect(await cancelRequest(agent, link)).toEqual({ ok: false, reason: 'already_closed' });
  });

  it('is not for another organization', async () => {
    const { requestId } = await newRequest(agent);
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await expect(cancelRequest(stranger, { requestId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await stored(requestId)).toMatchObject({ state: 'sent' });
  });
});
