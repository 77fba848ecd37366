import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db';
import { auditEvents, tenants, users } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { signIn } from '@/lib/auth/sign-in';
import { days, later, setClock } from '@/lib/clock';
import { readHealth } from '@/lib/jobs/health-queries';
import { goodPassword } from '@/lib/testing/people';
import { newCustomer } from '@/lib/testing/tenants';
import { isClosed } from './closed';
import { issueSetupLink } from './issue-setup-link';
import { findSetup } from './queries';
import { setUpOperator } from './set-up-operator';

let demo = false;
vi.mock('@/lib/env', async (original) => {
  const { env: real } = await original<typeof import('@/lib/env')>();
  return { env: new Proxy(real, { get: (target, name) => (name === 'DEMO' ? demo : Reflect.get(target, name)) }) };
});
afterEach(() => setClock());

const start = systemActor('start');
const newLink = async () => {
  const issued = await issueSetupLink(start, {});
  if (!issued.ok) throw new Error(issued.reason);
  return issued.url.slice(issued.url.lastIndexOf('/') + 1);
};
const form = {
  organization: 'Relecloud',
  domain: 'relecloud.example',
  country: 'US',
  name: 'Ada Byron',
  email: 'ada@relecloud.example',
  password: goodPassword,
};
const why = async (token: string) => (await findSetup(null, { token })).dead;

// In this order: the database of this file begins without an operator and ends with one.
describe('a portal without an operator', () => {
  it('is closed to visitors, except for setting it up and asking whether it runs', async () => {
    await expect(signIn(null, { email: 'a@b.example', password: 'c' })).rejects.toMatchObject({ code: 'not_set_up' });
    expect(await isClosed()).toBe(true);
    expect(await readHealth(null, {})).toMatchObject({ reachable: true });
    demo = true;
    expect(await isClosed()).toBe(false);
    demo = false;
  });

  it('says why a link is dead', async () => {
    const token = await newLink();
    expect([await why(token), await why('A'.repeat(43)), await why('nonsense')]).toEqual([null, 'unknown', 'unknown']);
    setClock(() => later(new Date(), days(1)));
    expect(await why(token)).toBe('expired');
    expect(await setUpOperator(null, { ...form, token })).toEqual({ ok: false, reason: 'dead', why: 'expired' });
  });

  it('refuses a password that will not do, and an address or a domain that is taken', async () => {
    const { tenant, admin } = await newCustomer();
    const token = await newLink();
    const ask = (given: object) => setUpOperator(null, { ...form, ...given, token });
    expect(await ask({ password: 'passwordpassword' })).toMatchObject({ ok: false, reason: 'weak' });
    expect(await ask({ domain: tenant.domain })).toEqual({ ok: false, reason: 'domain_taken' });
    expect(await ask({ email: admin.email })).toEqual({ ok: false, reason: 'address_taken' });
    await expect(ask({ domain: 'gmail.com', country: 'XX' })).rejects.toMatchObject({
      fields: { domain: expect.any(String), country: 'Choose a country.' },
    });
    expect(await why(token)).toBeNull();
  });

  it('is set up once, however many links there are and however many use them at once', async () => {
    const links = [await newLink(), await newLink(), await newLink()];
    const outcomes = await Promise.all(
      links.map((token, at) =>
        setUpOperator(null, { ...form, token, domain: `o${at}.example`, email: `ada@o${at}.example` }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const operators = await db.select().from(tenants).where(eq(tenants.kind, 'operator'));
    expect(operators).toHaveLength(1);
    const people = await db
      .select()
      .from(users)
      .where(eq(users.tenantId, operators[0]?.id ?? ''));
    expect(people).toMatchObject([{ name: 'Ada Byron', roles: ['support_admin'] }]);
    // An administrator of the operator sets up a second factor before anything else.
    const entered = await signIn(null, { email: people[0]?.email ?? '', password: goodPassword });
    expect(entered).toMatchObject({ ok: false, reason: 'second_step' });
    expect(await isClosed()).toBe(false);
    for (const token of links) expect(await why(token)).toBe('used');
    expect(await issueSetupLink(start, {})).toEqual({ ok: false, reason: 'already_set_up' });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.action, 'setup.completed'));
    expect(events).toHaveLength(1);
  });
});
