import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consentRequests, requestDays } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { requestInput } from '@/lib/testing/requests';
import { newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { dailyLimit } from './daily-limit';
import { getSender } from './queries';
import { resendRequest } from './resend-request';
import { sendRequest } from './send-request';

/** Has sent so many of its requests of today. */
async function sentBefore(actor: UserActor, sent: number): Promise<void> {
  const { day } = dailyLimit(now(), now());
  await db.insert(requestDays).values({ partnerId: actor.tenant.id, day, sent });
}
const left = async (actor: UserActor) => (await getSender(actor, {})).today.left;
const requestsOf = ({ tenant }: UserActor) =>
  db.select().from(consentRequests).where(eq(consentRequests.partnerId, tenant.id));

describe('the requests of a day', () => {
  it('are counted down, also for whoever sends again', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    expect(await left(actor)).toBe(50);
    const input = requestInput();
    await sendRequest(actor, input);
    expect(await left(actor)).toBe(49);
    await resendRequest(actor, { ...input, newId: requestInput().requestId });
    expect(await left(actor)).toBe(48);
  });

  it('are not used up by what was not sent', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const input = requestInput();
    await sendRequest(actor, input);
    await sendRequest(actor, input);
    await sendRequest(actor, requestInput({ recipientEmail: `owner@${actor.tenant.domain}` }));
    expect(await left(actor)).toBe(49);
  });

  it('end at the limit, however many are sent at once', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const colleague = { ...actor };
    await sentBefore(actor, 45);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => sendRequest(at % 2 ? actor : colleague, requestInput())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 15 }, () => ({ ok: false, reason: 'daily_limit', limit: 50, isNew: true })),
    );
    expect(await requestsOf(actor)).toHaveLength(5);
    expect(await left(actor)).toBe(0);
  });

  it('do not allow a resend past the limit, and the old link stays good', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const input = requestInput();
    await sendRequest(actor, input);
    await db.update(requestDays).set({ sent: 50 }).where(eq(requestDays.partnerId, actor.tenant.id));
    const outcome = await resendRequest(actor, { ...input, newId: requestInput().requestId });
    expect(outcome).toMatchObject({ ok: false, reason: 'daily_limit' });
    expect(await requestsOf(actor)).toMatchObject([{ id: input.requestId, state: 'sent' }]);
  });

  it('are five hundred once a partner is no longer new', async () => {
    const tenant = await newTenant('partner', { partnerType: 'direct', createdAt: later(now(), -days(31)) });
    const actor = await newPerson(tenant, 'admin_agent');
    await sentBefore(actor, 499);
    expect(await sendRequest(actor, requestInput())).toMatchObject({ ok: true });
    expect(await sendRequest(actor, requestInput())).toMatchObject({ reason: 'daily_limit', limit: 500, isNew: false });
  });

  it('begin anew at midnight UTC', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    await sentBefore(actor, 50);
    expect(await sendRequest(actor, requestInput())).toMatchObject({ reason: 'daily_limit' });
    setClock(() => dailyLimit(new Date(), new Date()).freeAt);
    const outcome = await sendRequest(actor, requestInput()).finally(() => setClock());
    expect(outcome).toMatchObject({ ok: true });
    const { day } = dailyLimit(new Date(), later(new Date(), days(1)));
    const where = and(eq(requestDays.partnerId, actor.tenant.id), eq(requestDays.day, day));
    expect(await db.select().from(requestDays).where(where)).toMatchObject([{ sent: 1 }]);
  });

  it('are each partner’s own', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    await sentBefore(actor, 50);
    const other = (await newPartner('direct', 'admin_agent')).actor;
    expect(await sendRequest(other, requestInput())).toMatchObject({ ok: true });
  });
});
