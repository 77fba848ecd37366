import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { sessions, users } from '@/db/schema';
import { issueCredentialLink } from '@/lib/auth/credential-link';
import { loadSession } from '@/lib/auth/load-session';
import { setPassword } from '@/lib/auth/set-password';
import { signIn } from '@/lib/auth/sign-in';
import { later, minutes, now, setClock } from '@/lib/clock';
import { disableMember } from '@/lib/people/disable-member';
import { everything } from '@/lib/testing/everything';
import { codeOf, firstStep, newBrowser, withApp } from '@/lib/testing/factors';
import { mailsTo } from '@/lib/testing/mails';
import { goodPassword } from '@/lib/testing/people';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { completeSignIn } from './complete-sign-in';
import { readSecondStep } from './queries';

/** Codes work once each, so whoever signs in again does it in another half minute. */
const start = new Date('2026-03-01T12:00:10Z');
const halfMinutes = (count: number) => setClock(() => later(start, count * 30_000));

async function newAdmin() {
  halfMinutes(0);
  const tenant = await newTenant('customer');
  const { actor, ...app } = await withApp(await newPerson(tenant, 'global_admin'));
  halfMinutes(4);
  return { tenant, actor, ...app };
}

const complete = (ticket: string, code: string) => completeSignIn(null, { ticket, code, from: newBrowser() });

afterEach(() => setClock());

describe('a sign-in with a second factor', () => {
  it('is none after the right password, and changes nothing', async () => {
    const { actor } = await newAdmin();
    const before = await db.select().from(sessions).where(eq(sessions.userId, actor.id));
    const result = await signIn(null, { email: actor.email, password: testPassword, from: newBrowser() });
    expect(result).toMatchObject({ ok: false, reason: 'second_step' });
    expect(result).not.toHaveProperty('sessionId');
    expect(await db.select().from(sessions).where(eq(sessions.userId, actor.id))).toEqual(before);
  });

  it('is done by the code that the app shows, with or without a blank in it', async () => {
    const { actor, secret } = await newAdmin();
    const done = await complete(await firstStep(actor.email), codeOf(secret).replace(/^.../, '$& '));
    expect(done).toMatchObject({ ok: true });
    if (done.ok) expect(await loadSession(done.sessionId)).toMatchObject({ id: actor.id });
  });

  it('refuses a code that was used, in any sign-in, and earlier ones with it', async () => {
    const { actor, secret } = await newAdmin();
    const code = codeOf(secret);
    expect(await complete(await firstStep(actor.email), code)).toMatchObject({ ok: true });
    expect(await complete(await firstStep(actor.email), code)).toEqual({ ok: false, reason: 'wrong_code' });
    const earlier = codeOf(secret, later(now(), -30_000));
    expect(await complete(await firstStep(actor.email), earlier)).toEqual({ ok: false, reason: 'wrong_code' });
    halfMinutes(5);
    expect(await complete(await firstStep(actor.email), codeOf(secret))).toMatchObject({ ok: true });
  });

  it('of ten at once with the same code is done by one', async () => {
    const { actor, secret } = await newAdmin();
    const tickets = await Promise.all(Array.from({ length: 9 }, () => firstStep(actor.email)));
    const results = await Promise.all(tickets.map((ticket) => complete(ticket, codeOf(secret))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is done once for each right password', async () => {
    const { actor, secret, codes } = await newAdmin();
    const ticket = await firstStep(actor.email);
    expect(await complete(ticket, codeOf(secret))).toMatchObject({ ok: true });
    expect(await complete(ticket, codes[0] ?? '')).toEqual({ ok: false, reason: 'begin_again' });
  });

  it('may take ten minutes', async () => {
    const { actor, secret } = await newAdmin();
    const ticket = await firstStep(actor.email);
    halfMinutes(4 + 20);
    expect(await readSecondStep(null, { ticket })).toBeNull();
    expect(await complete(ticket, codeOf(secret))).toEqual({ ok: false, reason: 'begin_again' });
  });

  it('takes each recovery code once, however it is typed, and mails that it did', async () => {
    const { actor, codes } = await newAdmin();
    const [code = ''] = codes;
    expect(codes).toHaveLength(10);
    expect(await complete(await firstStep(actor.email), code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      ok: true,
    });
    expect(await complete(await firstStep(actor.email), code)).toEqual({ ok: false, reason: 'wrong_code' });
    const told = (await mailsTo(actor.email)).find(({ subject }) => subject.includes('recovery codes'));
    expect(told?.textBody).toContain('9 of them still work.');
  });

  it('does not take somebody else’s code', async () => {
    const { actor } = await newAdmin();
    const other = await newAdmin();
    expect(await complete(await firstStep(actor.email), other.codes[0] ?? '')).toMatchObject({ reason: 'wrong_code' });
    expect(await complete(await firstStep(actor.email), codeOf(other.secret))).toMatchObject({ reason: 'wrong_code' });
  });

  it('looks at no code for a while after ten wrong ones, and then takes the right one', async () => {
    const { actor, secret } = await newAdmin();
    const ticket = await firstStep(actor.email);
    for (let count = 0; count < 10; count += 1)
      expect(await complete(ticket, '000000')).toEqual({ ok: false, reason: 'wrong_code' });
    expect(await complete(ticket, codeOf(secret))).toMatchObject({ ok: false, reason: 'too_many' });
    setClock(() => later(start, minutes(2) + minutes(1) + 30_000));
    expect(await complete(await firstStep(actor.email), codeOf(secret))).toMatchObject({ ok: true });
  });

  it('is over when the account is disabled or the password is another one', async () => {
    const { tenant, actor, codes } = await newAdmin();
    const boss = await newPerson(tenant, 'global_admin');
    const before = await firstStep(actor.email);
    const link = await issueCredentialLink(actor.id, 'new_password');
    const token = link.url.slice(link.url.lastIndexOf('/') + 1);
    expect(await setPassword(null, { token, password: goodPassword })).toEqual({ ok: true });
    expect(await complete(before, codes[0] ?? '')).toEqual({ ok: false, reason: 'begin_again' });
    // A new password by mail does not get around the second factor.
    const again = await signIn(null, { email: actor.email, password: goodPassword, from: newBrowser() });
    expect(again).toMatchObject({ ok: false, reason: 'second_step' });
    expect(await disableMember(boss, { userId: actor.id })).toEqual({ ok: true });
    const ticket = again.ok || again.reason !== 'second_step' ? '' : again.ticket;
    expect(await complete(ticket, codes[1] ?? '')).toEqual({ ok: false, reason: 'begin_again' });
  });

  it('changes nothing for a wrong code or a ticket that is none', async () => {
    const { actor } = await newAdmin();
    const ticket = await firstStep(actor.email);
    const rows = () => db.select().from(users).where(eq(users.id, actor.id));
    const before = [await rows(), (await everything()).length];
    expect(await complete('nonsense', '000000')).toEqual({ ok: false, reason: 'begin_again' });
    expect([await rows(), (await everything()).length]).toEqual(before);
    expect(await complete(ticket, '000000')).toEqual({ ok: false, reason: 'wrong_code' });
    expect(await rows()).toEqual(before[0]);
  });
});
