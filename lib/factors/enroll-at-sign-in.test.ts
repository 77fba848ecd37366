import { describe, expect, it, vi } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { signIn } from '@/lib/auth/sign-in';
import { codeOf, firstStep, newBrowser, renewed, withApp, withPasskey } from '@/lib/testing/factors';
import { mailsTo } from '@/lib/testing/mails';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { completeSignIn } from './complete-sign-in';
import { enrollAtSignIn } from './enroll-at-sign-in';
import { readFactors, readSecondStep } from './queries';
import { removePasskey } from './remove-passkey';
import { removeTotp } from './remove-totp';

vi.mock('@/lib/env', async (original) => {
  const { env: real } = await original<typeof import('@/lib/env')>();
  return { env: new Proxy(real, { get: (target, name) => (name === 'DEMO' ? false : Reflect.get(target, name)) }) };
});

// A portal is open once it has an operator.
await newTenant('operator');

const newAdmin = async () => newPerson(await newTenant('customer'), 'global_admin');

/** What the page of somebody who has to set up an app holds. */
async function begin({ email }: UserActor) {
  const ticket = await firstStep(email);
  const step = await readSecondStep(null, { ticket });
  if (step?.owes !== 'enrolment') throw new Error(JSON.stringify(step));
  return { ...step, ticket };
}

describe('whoever needs a second factor and has none', () => {
  it('sets one up before they are in', async () => {
    const admin = await newAdmin();
    const { ticket, offer, secret } = await begin(admin);
    const given = { ticket, offer, from: newBrowser() };
    expect(await enrollAtSignIn(null, { ...given, code: '000000' })).toEqual({ ok: false, reason: 'wrong_code' });
    const done = await enrollAtSignIn(null, { ...given, code: codeOf(secret) });
    if (!done.ok) throw new Error(done.reason);
    expect(done.codes).toHaveLength(10);
    expect(await loadSession(done.sessionId)).toMatchObject({ id: admin.id });
    expect((await mailsTo(admin.email)).map(({ subject }) => subject)).toContain(
      'An authenticator app was set up for your account',
    );
    expect(await readSecondStep(null, { ticket: await firstStep(admin.email) })).toMatchObject({
      owes: 'second_factor',
      totp: true,
    });
  });

  it('does not get in by a code, for there is none to compare with', async () => {
    const { ticket, secret } = await begin(await newAdmin());
    const done = await completeSignIn(null, { ticket, code: codeOf(secret), from: newBrowser() });
    expect(done).toEqual({ ok: false, reason: 'begin_again' });
  });

  it('cannot be given one by another who knows the password, once they have it', async () => {
    const admin = await newAdmin();
    const [theirs, other] = [await begin(admin), await begin(admin)];
    const enter = ({ ticket, offer, secret }: typeof theirs) =>
      enrollAtSignIn(null, { ticket, offer, code: codeOf(secret), from: newBrowser() });
    const results = await Promise.all([enter(theirs), enter(other)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enter(other)).toEqual({ ok: false, reason: 'begin_again' });
  });

  it('does not take an offer that was made to somebody else', async () => {
    const [{ ticket }, { offer, secret }] = [await begin(await newAdmin()), await begin(await newAdmin())];
    const done = await enrollAtSignIn(null, { ticket, offer, code: codeOf(secret), from: newBrowser() });
    expect(done).toEqual({ ok: false, reason: 'offer_expired' });
  });

  it('keeps one: the last is not removed, another is', async () => {
    const { actor: withOne } = await withApp(await newAdmin());
    expect(await removeTotp(withOne, { current: testPassword })).toEqual({ ok: false, reason: 'required' });
    const { actor: withBoth } = await withPasskey(withOne);
    const removed = await removeTotp(withBoth, { current: testPassword });
    if (!removed.ok) throw new Error(removed.reason);
    const actor = await renewed(removed);
    const { passkeys, recoveryCodes, required } = await readFactors(actor, {});
    expect([passkeys.length, recoveryCodes, required]).toEqual([1, 10, true]);
    const last = { current: testPassword, passkeyId: passkeys[0]?.id ?? '' };
    expect(await removePasskey(actor, last)).toEqual({ ok: false, reason: 'required' });
  });
});

describe('whoever needs none', () => {
  it('gets in with a password alone', async () => {
    const { email } = await newPerson(await newTenant('customer'), 'user');
    expect(await signIn(null, { email, password: testPassword, from: newBrowser() })).toMatchObject({ ok: true });
  });
});
