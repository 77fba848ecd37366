import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, jobs } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, minutes, setClock } from '@/lib/clock';
import { enqueueDaily } from '@/lib/jobs/daily';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { mailsTo } from '@/lib/testing/mails';
import { newConsent, newCustomer, newPartner, newPartnerLink } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, send } from '@/lib/testing/uploads';
import { isUnused } from './unused';

const start = new Date('2030-01-10T12:00:00Z');
beforeEach(() => setClock(() => start));
afterEach(() => setClock());

const row = async (id: string) => (await db.select().from(consents).where(eq(consents.id, id)))[0];
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const dayLater = async (count: number) => {
  setClock(() => later(start, days(count)));
  await db.delete(jobs);
  await enqueueDaily('consent.watch_use', later(start, days(count)));
  await runUntilEmpty();
};

describe('a consent', () => {
  it.each([
    ['was given 89 days ago', { grantedAt: -89, lastUsedAt: null }, false],
    ['was given 90 days ago and never used', { grantedAt: -90, lastUsedAt: null }, true],
    ['was used 89 days ago', { grantedAt: -400, lastUsedAt: -89 }, false],
    ['was used 90 days ago', { grantedAt: -400, lastUsedAt: -90 }, true],
  ])('that %s: unused %j → %s', (_what, { grantedAt, lastUsedAt }, unused) => {
    const at = (day: number) => later(start, days(day));
    const consent = { grantedAt: at(grantedAt), lastUsedAt: lastUsedAt === null ? null : at(lastUsedAt) };
    expect(isUnused(consent, start)).toBe(unused);
  });
});

describe('using a consent', () => {
  it('is noted when a file is opened and when rows are registered, at most once an hour', async () => {
    const { actor, customerId, consentId } = await newRegistrar();
    expect((await row(consentId))?.lastUsedAt).toBeNull();
    const at = (minute: number) => later(start, minutes(minute));
    const used = async (minute: number, serial: string) => {
      setClock(() => at(minute));
      await send(actor, customerId, deviceFile(`${serial}-${consentId},,,Contoso,Atlas`));
      return (await row(consentId))?.lastUsedAt;
    };
    expect(await used(0, 'A')).toEqual(at(0));
    expect(await used(60, 'B')).toEqual(at(0));
    setClock(() => at(61));
    await runUntilEmpty();
    expect((await row(consentId))?.lastUsedAt).toEqual(at(61));
  });

  it('by a provider is a use of the consent of its reseller', async () => {
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    const customer = await newCustomer();
    const naming = { kind: 'indirect_reseller', providerId: provider.tenant.id } as const;
    const named = await newConsent(customer, reseller.tenant, naming);
    const other = await newConsent(customer, (await newPartner('direct')).tenant);
    await send(provider.actor, customer.tenant.id, deviceFile(`P-${named},,,Contoso,Atlas`));
    expect((await row(named))?.lastUsedAt).toEqual(start);
    expect((await row(other))?.lastUsedAt).toBeNull();
  });
});

describe('the job of every day', () => {
  it('tells both sides once when a consent has lain unused for 90 days, and again only after the next use', async () => {
    const { actor, customer, customerId, consentId, partner } = await newRegistrar();
    await dayLater(89);
    expect(await told(customer.admin)).toEqual([]);
    await dayLater(90);
    const sentence = (name: string) =>
      `The consent between your organization and ${name} has not been used for 90 days.`;
    expect(await told(customer.admin)).toEqual([sentence(partner.name)]);
    expect(await told(actor)).toEqual([sentence(customer.tenant.name)]);
    expect(await mailsTo(customer.admin.email)).toHaveLength(1);
    expect(await mailsTo(actor.email)).toHaveLength(1);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, consentId));
    expect(events.map(({ action, customerId: of }) => [action, of])).toEqual([['consent.unused_told', customerId]]);
    await dayLater(91);
    expect(await told(customer.admin)).toHaveLength(1);

    await send(actor, customerId, deviceFile(`U-${consentId},,,Contoso,Atlas`));
    expect(await row(consentId)).toMatchObject({ unusedToldAt: null });
    await dayLater(180);
    expect(await told(customer.admin)).toHaveLength(1);
    await dayLater(181);
    expect(await told(customer.admin)).toHaveLength(2);
  });

  it('tells a partner of many at once, and each customer of its own', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const customers = [await newCustomer(), await newCustomer(), await newCustomer()];
    for (const customer of customers) await newConsent(customer, tenant);
    await newConsent(await newCustomer(), tenant, { revokedAt: start });
    await dayLater(90);
    expect(await told(actor)).toEqual([expect.stringContaining('and 2 other customers have not been used')]);
    expect(await mailsTo(actor.email)).toHaveLength(1);
    for (const { admin } of customers) expect(await told(admin)).toHaveLength(1);
  });

  it('is in the queue once however often it is put there, and puts the next day’s there itself', async () => {
    await db.delete(jobs);
    await Promise.all(Array.from({ length: 4 }, () => enqueueDaily('consent.watch_use', start)));
    const queued = async () => (await db.select().from(jobs)).map(({ runAt }) => runAt.toISOString());
    expect(await queued()).toEqual(['2030-01-10T03:00:00.000Z']);
    await runUntilEmpty();
    expect(await queued()).toEqual(['2030-01-11T03:00:00.000Z']);
  });
});
