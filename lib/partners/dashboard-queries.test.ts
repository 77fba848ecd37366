import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consentRequests, uploads } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { numberUpload } from '@/lib/devices/number-upload';
import { newConsent, newCustomer, newPartner, newPartnerLink } from '@/lib/testing/tenants';
import { customerFigures, deviceFigures, requestFigures } from './dashboard-queries';

type Request = typeof consentRequests.$inferInsert;

async function newRequest(actor: UserActor, given: Partial<Request> = {}): Promise<void> {
  const at = now();
  await db.insert(consentRequests).values({
    id: uuidv7(),
    partnerId: actor.tenant.id,
    kind: 'reseller',
    dap: false,
    state: 'sent',
    recipientName: 'Carla Mendes',
    recipientEmail: 'carla@contoso.example',
    recipientOrganization: 'Contoso',
    recipientSearch: 'carla mendes\ncarla@contoso.example\ncontoso',
    delivery: 'mail',
    tokenHash: uuidv7(),
    createdBy: actor.id,
    createdAt: at,
    expiresAt: later(at, days(14)),
    ...given,
  });
}

async function newUpload(actor: UserActor, registered: number, createdAt = now()): Promise<void> {
  const { tenant } = await newCustomer();
  await db.insert(uploads).values({
    id: uuidv7(),
    number: await numberUpload(),
    customerId: tenant.id,
    partnerId: actor.tenant.id,
    batchName: 'Laptops',
    createdBy: actor.id,
    mode: 'keep_good',
    state: 'finished',
    bytes: 0,
    total: registered,
    doneRows: registered,
    registered,
    unchanged: 0,
    rejected: 0,
    createdAt,
  });
}

describe('the dashboard of a partner', () => {
  it('counts requests by state and shows the latest five, its own only', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const other = await newPartner('direct', 'admin_agent');
    await newRequest(other.actor);
    for (const at of [0, 1, 2, 3, 4, 5]) {
      await newRequest(actor, { recipientOrganization: `Company ${at}`, createdAt: later(now(), at * 1000) });
    }
    await newRequest(actor, { state: 'accepted', recipientOrganization: 'Old', createdAt: later(now(), -days(1)) });
    const { byState, latest } = await requestFigures(actor, {});
    expect([...byState].sort()).toEqual([
      ['accepted', 1],
      ['sent', 6],
    ]);
    expect(latest.map(({ organization }) => organization)).toEqual([5, 4, 3, 2, 1].map((at) => `Company ${at}`));
  });

  it('counts a request past its time as expired, as the list of requests does', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    await newRequest(actor, { expiresAt: later(now(), -1) });
    await newRequest(actor, { state: 'accepted', expiresAt: later(now(), -1) });
    const { byState, latest } = await requestFigures(actor, {});
    expect(Object.fromEntries(byState)).toEqual({ expired: 1, accepted: 1 });
    expect(latest.map(({ state }) => state).sort()).toEqual(['accepted', 'expired']);
  });

  it('counts customers as the Customers page does', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    await newConsent(await newCustomer(), tenant);
    await newConsent(await newCustomer(), tenant, { revokedAt: now() });
    expect(await customerFigures(actor, {})).toEqual({ total: 1 });
  });

  it('sums what uploads registered, in all and by week, and those of linked resellers', async () => {
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const stranger = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newUpload(provider.actor, 10);
    await newUpload(reseller.actor, 5, later(now(), -days(7)));
    await newUpload(reseller.actor, 1000, later(now(), -days(365)));
    await newUpload(stranger.actor, 7);
    const { total, weeks } = await deviceFigures(provider.actor, {});
    expect(total).toBe(1015);
    expect(weeks.map(({ registered }) => registered)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 10]);
    expect(weeks.every(({ from }) => from.getUTCDay() === 1 && from.getTime() % days(1) === 0)).toBe(true);
  });

  it('is all zeros for a new partner', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    expect((await requestFigures(actor, {})).latest).toEqual([]);
    expect(await deviceFigures(actor, {})).toMatchObject({ total: 0 });
  });

  it('has no devices for the helpdesk', async () => {
    const { actor } = await newPartner('direct', 'helpdesk_agent');
    await expect(deviceFigures(actor, {})).rejects.toMatchObject({ code: 'denied' });
    expect(await customerFigures(actor, {})).toEqual({ total: 0 });
  });
});
