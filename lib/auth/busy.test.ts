import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { allowances, lockouts } from '@/db/schema';
import { newPartner, testPassword } from '@/lib/testing/tenants';
import { newDeviceToken } from './device-cookie';
import { limitKey } from './limit-key';
import { hashPassword, passwordsQueue, verifyPassword } from './password';
import { networkOf, type Sender } from './sender';
import { signIn } from './sign-in';
import { busyFor } from './wait-words';

/** Somebody's browser, from an address that nobody else has. */
const sender = (): Sender => ({
  address: `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`,
  agent: null,
  device: newDeviceToken(),
});
const person = async () => (await newPartner('direct', 'admin_agent')).actor;

/** Runs `meanwhile` while as many passwords wait as may; it can ask how many still do. */
async function whileBusy<Result>(meanwhile: (waiting: () => number) => Promise<Result>): Promise<Result> {
  const stored = await hashPassword(testPassword);
  const flood: Promise<unknown>[] = [];
  let done = 0;
  const guess = () => flood.push(verifyPassword('not it', stored).then(() => done++));
  while (!passwordsQueue()) guess();
  // It stays so for a while.
  for (let more = 0; more < 25; more++) guess();
  try {
    return await meanwhile(() => flood.length - done);
  } finally {
    await Promise.all(flood);
  }
}

describe('when more passwords come than can be looked at', () => {
  it('a name is turned away for a moment, known or not, and it counts for nobody', async () => {
    const { email } = await person();
    for (const name of [email, `nobody-${email}`]) {
      const from = sender();
      const answer = await whileBusy(() => signIn(null, { email: name, password: testPassword, from }));
      expect(answer).toEqual({ ok: false, reason: 'too_many', wait: busyFor });
      const failures = await db
        .select()
        .from(lockouts)
        .where(eq(lockouts.key, limitKey('password', name)));
      const network = limitKey('sign_in', networkOf(from.address ?? ''));
      expect([failures, await db.select().from(allowances).where(eq(allowances.key, network))]).toEqual([[], []]);
    }
  });

  it('who comes with a browser of their own gets in, before those who wait', async () => {
    const { email } = await person();
    const from = sender();
    expect(await signIn(null, { email, password: testPassword, from })).toMatchObject({ ok: true });
    const [answer, waiting] = await whileBusy(async (waiting) => [
      await signIn(null, { email, password: testPassword, from }),
      waiting(),
    ]);
    expect(answer).toMatchObject({ ok: true });
    expect(waiting).toBeGreaterThan(0);
  });

  it('a browser of one’s own opens no other door', async () => {
    const [one, another] = [await person(), await person()];
    const from = sender();
    await signIn(null, { email: one.email, password: testPassword, from });
    const answer = await whileBusy(() => signIn(null, { email: another.email, password: testPassword, from }));
    expect(answer).toMatchObject({ ok: false, reason: 'too_many', wait: busyFor });
  });
});
