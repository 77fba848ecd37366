import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { conflicts, consentRequests, uploads, users } from '@/db/schema';
import { withdrawName } from '@/lib/applications/withdraw-name';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, minutes, now, setClock } from '@/lib/clock';
import { numberUpload } from '@/lib/devices/number-upload';
import { proposeSuspension } from '@/lib/suspensions/propose-suspension';
import { newEntered, newNameChange, newWaiting } from '@/lib/testing/applications';
import { newConflict } from '@/lib/testing/conflicts';
import { newApplication } from '@/lib/testing/oem-links';
import { newRequest } from '@/lib/testing/requests';
import { suspend } from '@/lib/testing/suspensions';
import { newConsent, newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { askRemoval } from './ask-removal';
import { deskFigures } from './figures-queries';
import { refuseRemoval } from './refuse-removal';
import { takeRemoval } from './take-removal';
import { withdrawRemoval } from './withdraw-removal';

const hours = (count: number) => minutes(60 * count);
const at = (moment: string) => setClock(() => new Date(moment));
afterEach(() => setClock());

let agent: UserActor;
const figures = () => deskFigures(agent, {});
beforeAll(async () => {
  agent = await newPerson(await newTenant('operator'), 'support_agent');
});

/** A customer asks support to end an OEM's consent, now. */
async function newRemoval() {
  const oem = await newPartner('oem', 'global_admin');
  const customer = await newCustomer();
  const consentId = await newConsent(customer, oem.tenant, { kind: 'oem' });
  const asked = await askRemoval(customer.admin, { consentId, reason: 'We buy elsewhere now.' });
  if (!asked.ok) throw new Error(asked.reason);
  return { removalId: asked.id, customer };
}

async function refuse(removalId: string) {
  await takeRemoval(agent, { removalId });
  const refused = await refuseRemoval(agent, { removalId, answer: 'The devices are leased.' });
  if (!refused.ok) throw new Error(refused.reason);
}

/** A consent request as the given columns say it is. */
async function request(given: Partial<typeof consentRequests.$inferInsert> = {}) {
  const { actor } = await newPartner('direct', 'admin_agent');
  const { requestId } = await newRequest(actor);
  if (Object.keys(given).length > 0) {
    await db.update(consentRequests).set(given).where(eq(consentRequests.id, requestId));
  }
  return { id: requestId, actor };
}

async function conflict(given: Partial<typeof conflicts.$inferInsert>) {
  const { conflictId } = await newConflict();
  await db.update(conflicts).set(given).where(eq(conflicts.id, conflictId));
  return conflictId;
}

async function upload(createdAt: string, given: Partial<typeof uploads.$inferInsert> = {}) {
  const { tenant: partner, actor } = await newPartner('direct', 'admin_agent');
  const { tenant: customer } = await newCustomer();
  await db.insert(uploads).values({
    id: uuidv7(),
    number: await numberUpload(),
    customerId: customer.id,
    partnerId: partner.id,
    batchName: 'Laptops',
    createdBy: actor.id,
    mode: 'keep_good',
    state: 'finished',
    bytes: 0,
    total: 1,
    doneRows: 1,
    registered: 1,
    unchanged: 0,
    rejected: 0,
    createdAt: new Date(createdAt),
    ...given,
  });
}

const nobody = { total: 0, oldest: null };

describe('what waits', () => {
  it('is nothing where nobody asked for anything', async () => {
    expect((await figures()).waiting).toEqual({
      removals: nobody,
      conflicts: nobody,
      partners: nobody,
      names: nobody,
      applications: nobody,
      suspensions: nobody,
      requests: nobody,
    });
  });

  it('names the removal request that waits longest, and counts none that is answered or withdrawn', async () => {
    at('2026-06-01T08:00:00Z');
    await refuse((await newRemoval()).removalId);
    const withdrawn = await newRemoval();
    await withdrawRemoval(withdrawn.customer.admin, { removalId: withdrawn.removalId });
    at('2026-06-02T08:00:00Z');
    const { removalId: id } = await newRemoval();
    at('2026-06-03T08:00:00Z');
    await newRemoval();
    expect((await figures()).waiting.removals).toEqual({
      total: 2,
      oldest: { id, since: new Date('2026-06-02T08:00:00Z') },
    });
  });

  it('counts a conflict from when it came to support, and none that waits for the holder', async () => {
    const since = later(now(), -days(2));
    await conflict({ state: 'escalated', escalatedAt: later(now(), -days(1)) });
    const id = await conflict({ state: 'escalated', escalatedAt: since });
    await conflict({ createdAt: later(now(), -days(9)) });
    expect((await figures()).waiting.conflicts).toEqual({ total: 2, oldest: { id, since } });
  });

  it('knows who applied for an OEM link, and which suspensions are proposed but not decided', async () => {
    const { applicationId, tenant } = await newApplication();
    await suspend((await newPartner('direct')).tenant.id);
    const proposed = await proposeSuspension(agent, { tenantId: tenant.id, clientId: null, reason: 'Asked to.' });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { applications, suspensions } = (await figures()).waiting;
    expect(applications).toMatchObject({ total: 1, oldest: { id: applicationId } });
    expect(suspensions).toMatchObject({ total: 1, oldest: { id: proposed.id } });
  });

  it('knows who confirmed that they want to be a partner, and which names are wanted', async () => {
    await newEntered();
    const { id: partner } = await newWaiting();
    const { actor } = await newPartner('direct', 'global_admin');
    await withdrawName(actor, { changeId: await newNameChange(actor) });
    const name = await newNameChange(actor);
    const { partners, names } = (await figures()).waiting;
    expect(partners).toMatchObject({ total: 1, oldest: { id: partner } });
    expect(names).toMatchObject({ total: 1, oldest: { id: name } });
  });

  it('counts consent requests that somebody can still answer', async () => {
    const { id } = await request({ createdAt: later(now(), -days(3)) });
    await request({ state: 'opened' });
    await request({ state: 'accepted' });
    await request({ expiresAt: later(now(), -1), createdAt: later(now(), -days(15)) });
    const gone = await request({ createdAt: later(now(), -days(5)) });
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, gone.actor.id));
    expect((await figures()).waiting.requests).toMatchObject({ total: 2, oldest: { id } });
  });
});

describe('the time to an answer', () => {
  it('is the median of the removal requests of ninety days that support answered', async () => {
    const answeredAfter = async (asked: string, wait: number) => {
      at(asked);
      const { removalId } = await newRemoval();
      setClock(() => later(new Date(asked), wait));
      await refuse(removalId);
    };
    await answeredAfter('2027-01-01T08:00:00Z', hours(1));
    await answeredAfter('2027-05-01T08:00:00Z', hours(2));
    await answeredAfter('2027-05-02T08:00:00Z', hours(30));
    at('2027-05-03T08:00:00Z');
    const { removalId, customer } = await newRemoval();
    at('2027-05-03T08:01:00Z');
    await withdrawRemoval(customer.admin, { removalId });
    at('2027-05-31T08:00:00Z');
    expect((await figures()).answers.removals).toEqual({ answered: 2, median: hours(16) });
  });

  it('counts conflicts that were released or rejected, and none that went away', async () => {
    const createdAt = later(now(), -days(10));
    const settledAfter = (wait: number) => ({ createdAt, closedAt: later(createdAt, wait) });
    await conflict({ state: 'released', ...settledAfter(hours(3)) });
    await conflict({ state: 'rejected', ...settledAfter(hours(50)) });
    await conflict({ state: 'released', ...settledAfter(hours(5)) });
    await conflict({ state: 'withdrawn', ...settledAfter(hours(1)) });
    await conflict({ state: 'closed', ...settledAfter(hours(1)) });
    expect((await figures()).answers.conflicts).toEqual({ answered: 3, median: hours(5) });
  });

  it('counts consent requests that were asked and answered, and no answer on a standing link', async () => {
    expect((await figures()).answers.requests).toEqual({ answered: 0, median: null });
    const createdAt = later(now(), -days(10));
    await request({ state: 'accepted', createdAt, decidedAt: later(createdAt, days(4)) });
    await request({ state: 'declined', createdAt, decidedAt: later(createdAt, days(2)) });
    await request({ state: 'canceled', createdAt, decidedAt: later(createdAt, hours(1)) });
    await request({ state: 'accepted', delivery: 'standing', createdAt, decidedAt: createdAt });
    expect((await figures()).answers.requests).toEqual({ answered: 2, median: days(3) });
  });
});

describe('the last thirty days', () => {
  const filled = (counted: { from: Date; total: number }[]) =>
    counted.filter(({ total }) => total > 0).map(({ from, total }) => [from.toISOString().slice(0, 10), total]);

  it('count the consents of each day in UTC, ended ones too', async () => {
    const { tenant } = await newPartner('direct');
    const granted = async (moment: string, ended = false) =>
      newConsent(await newCustomer(), tenant, {
        grantedAt: new Date(moment),
        revokedAt: ended ? new Date('2028-03-15T00:00:00Z') : null,
      });
    await granted('2028-02-14T23:59:59.999Z');
    await granted('2028-02-15T00:00:00Z');
    await granted('2028-02-29T23:59:59.999Z');
    await granted('2028-02-29T00:00:00Z', true);
    await granted('2028-03-15T08:00:00Z');
    at('2028-03-15T12:00:00Z');
    const { consents } = await figures();
    expect(consents).toHaveLength(30);
    expect(filled(consents)).toEqual([
      ['2028-02-15', 1],
      ['2028-02-29', 2],
      ['2028-03-15', 1],
    ]);
  });

  it('count uploads that arrived whole, and why uploads failed, the commonest first', async () => {
    const failed = (failureCode: string) => ({ state: 'failed', failureCode }) as const;
    await upload('2029-05-01T09:00:00Z');
    await upload('2029-05-01T10:00:00Z', failed('unreadable'));
    await upload('2029-05-03T10:00:00Z', failed('consent_revoked'));
    await upload('2029-05-03T11:00:00Z', failed('unreadable'));
    await upload('2029-05-03T12:00:00Z', { state: 'receiving' });
    await upload('2029-03-01T12:00:00Z', failed('temporary'));
    at('2029-05-04T00:00:00Z');
    const { uploads, failures } = await figures();
    expect(filled(uploads)).toEqual([
      ['2029-05-01', 2],
      ['2029-05-03', 2],
    ]);
    expect(failures).toEqual([
      { code: 'unreadable', total: 2 },
      { code: 'consent_revoked', total: 1 },
    ]);
  });
});
