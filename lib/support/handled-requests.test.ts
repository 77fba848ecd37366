import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, tenants, users } from '@/db/schema';
import { activityListInput } from '@/lib/audit/activity-search';
import { listActivity } from '@/lib/audit/queries';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { findInvitation } from '@/lib/consent/invitation-queries';
import { getRequest } from '@/lib/consent/request-queries';
import { requestTimeline } from '@/lib/consent/request-timeline';
import { saveDraft } from '@/lib/consent/save-draft';
import { latestNotifications } from '@/lib/notifications/queries';
import { newSupporter } from '@/lib/testing/conflicts';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest, requestInput } from '@/lib/testing/requests';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { cancelSentRequest } from './cancel-sent-request';
import { getSupportedRequest } from './request-queries';
import { resendSentRequest } from './resend-sent-request';

let support: UserActor;
let partner: Awaited<ReturnType<typeof newPartner>>;
beforeEach(async () => {
  support = await newSupporter();
  partner = await newPartner('direct', 'admin_agent');
});

const reason = 'The recipient lost the mail and called us.';
const stateOf = async (id: string) => (await getRequest(partner.actor, { id })).state;
const told = async () =>
  (await latestNotifications(partner.actor, {})).latest.map(({ sentence }) => sentence).join('\n');
const logged = async () => (await listActivity(partner.actor, activityListInput.parse({}))).rows[0];
const lifeOf = async (id: string) => requestTimeline(await getRequest(partner.actor, { id })).map(({ what }) => what);

describe('support sends a request again', () => {
  it('to the same recipient and for the same, with a new link that it never sees', async () => {
    const { requestId, token } = await newRequest(partner.actor);
    const newId = uuidv7();
    const outcome = await resendSentRequest(support, { requestId, newId, reason });
    expect(outcome).toEqual({ ok: true, requestId: newId });
    const before = await getRequest(partner.actor, { id: requestId });
    const after = await getRequest(partner.actor, { id: newId });
    expect(before).toMatchObject({ state: 'superseded', replacedBy: { id: newId, by: `${support.name} of support` } });
    expect(after).toMatchObject({ state: 'sent', sentBy: partner.actor.name, delivery: 'mail', replacesId: requestId });
    for (const kept of ['recipientEmail', 'recipientName', 'organization', 'kind', 'dap'] as const)
      expect(after[kept]).toBe(before[kept]);
    const mails = await mailsTo(after.recipientEmail);
    expect(mails).toHaveLength(1);
    const link = mails[0]?.links.find((url) => url.includes('/invitation/')) ?? '';
    expect(await findInvitation(null, { token: link.split('/').at(-1) ?? '' })).toMatchObject({ kind: 'good' });
    expect(await findInvitation(null, { token })).toMatchObject({ why: 'replaced' });
    const seen = JSON.stringify([outcome, await getSupportedRequest(support, { id: newId })]);
    expect(seen).not.toContain(link.split('/').at(-1));
  });

  it('and the partner is told, reads why in its log, and sees who it was', async () => {
    const { requestId } = await newRequest(partner.actor);
    const newId = uuidv7();
    await resendSentRequest(support, { requestId, newId, reason });
    expect(await told()).toContain('Support sent your request to Ada Lovelace (Contoso) again');
    expect(await logged()).toMatchObject({ action: 'consent_request.support_resent', detail: { reason } });
    expect(await lifeOf(newId)).toEqual([`${support.name} of support sent it by mail for ${partner.actor.name}`]);
    expect(await lifeOf(requestId)).toContain(`${support.name} of support sent it again with a new link`);
  });

  it('once, however often the button is clicked', async () => {
    const { requestId } = await newRequest(partner.actor);
    const again = { requestId, newId: uuidv7(), reason };
    const outcomes = await Promise.all([1, 2, 3].map(() => resendSentRequest(support, again)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'already_sent')).toHaveLength(2);
    expect(await resendSentRequest(support, { ...again, newId: uuidv7() })).toMatchObject({ reason: 'replaced' });
  });

  it('not once it was answered, nor when its sender has no account any more', async () => {
    const answered = await newRequest(partner.actor);
    await acceptAs((await newCustomer()).admin, answered);
    const orphan = await newRequest(partner.actor);
    const ask = (requestId: string) => resendSentRequest(support, { requestId, newId: uuidv7(), reason });
    expect(await ask(answered.requestId)).toEqual({ ok: false, reason: 'closed' });
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, partner.actor.id));
    expect(await ask(orphan.requestId)).toEqual({ ok: false, reason: 'closed' });
    await expect(ask(uuidv7())).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('sends nothing again for a partner that is suspended', async () => {
  const { requestId } = await newRequest(partner.actor);
  await db.update(tenants).set({ suspendedAt: now() }).where(eq(tenants.id, partner.tenant.id));
  expect(await resendSentRequest(support, { requestId, newId: uuidv7(), reason })).toEqual({
    ok: false,
    reason: 'suspended',
  });
});

describe('support cancels a request', () => {
  it('and its link is dead, the partner told, the reason in its log', async () => {
    const { requestId, token } = await newRequest(partner.actor);
    expect(await cancelSentRequest(support, { requestId, reason })).toEqual({ ok: true });
    expect(await stateOf(requestId)).toBe('canceled');
    expect(await findInvitation(null, { token })).toMatchObject({ why: 'withdrawn' });
    expect(await told()).toContain('Support canceled your request to Ada Lovelace (Contoso)');
    expect(await logged()).toMatchObject({ action: 'consent_request.support_canceled', detail: { reason } });
    expect(await lifeOf(requestId)).toContain(`${support.name} of support took it back`);
    expect(await cancelSentRequest(support, { requestId, reason })).toEqual({ ok: false, reason: 'already_closed' });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, requestId));
    expect(events.filter(({ action }) => action.startsWith('consent_request.support'))).toHaveLength(1);
  });

  it('not one that was answered, and not a draft, which was never sent', async () => {
    const answered = await newRequest(partner.actor);
    await acceptAs((await newCustomer()).admin, answered);
    const { requestId, recipientName, recipientEmail, organization } = requestInput();
    await saveDraft(partner.actor, { requestId, recipientName, recipientEmail, organization, dap: false });
    expect(await cancelSentRequest(support, { requestId: answered.requestId, reason })).toMatchObject({ ok: false });
    for (const none of [requestId, uuidv7()])
      await expect(cancelSentRequest(support, { requestId: none, reason })).rejects.toMatchObject({
        code: 'not_found',
      });
    const [draft] = await db.select().from(consentRequests).where(eq(consentRequests.id, requestId));
    expect(draft).toMatchObject({ state: 'draft' });
  });

  it.each(['', '   ', 'x'.repeat(501)])('not without a reason: %j', async (none) => {
    const { requestId } = await newRequest(partner.actor);
    for (const refused of [
      () => cancelSentRequest(support, { requestId, reason: none }),
      () => resendSentRequest(support, { requestId, newId: uuidv7(), reason: none }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'invalid' });
    expect(await stateOf(requestId)).toBe('sent');
  });
});
