import { afterEach, describe, expect, it } from 'vitest';
import { loadSession } from '@/lib/auth/load-session';
import { signIn } from '@/lib/auth/sign-in';
import { later, minutes, setClock } from '@/lib/clock';
import { removeMember } from '@/lib/people/remove-member';
import { resetFactors } from '@/lib/people/reset-factors';
import { codeOf, firstStep, newBrowser, renewed, signedBy, withApp, withPasskey } from '@/lib/testing/factors';
import { mailsTo } from '@/lib/testing/mails';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { completeSignIn } from './complete-sign-in';
import { offerApp, readFactors } from './queries';
import { removePasskey } from './remove-passkey';
import { removeTotp } from './remove-totp';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { setTotp } from './set-totp';
import { signInWithPasskey } from './sign-in-with-passkey';

const current = testPassword;
const newUser = async () => newPerson(await newTenant('customer'), 'user');
const subjects = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);

afterEach(() => setClock());

describe('an authenticator app', () => {
  it('is set up by who knows the password and shows its first code', async () => {
    const person = await newUser();
    const { offer, secret } = await offerApp(person, {});
    const code = codeOf(secret);
    expect(await setTotp(person, { current: 'wrong', offer, code })).toEqual({ ok: false, reason: 'wrong_password' });
    expect(await setTotp(person, { current, offer, code: '000000' })).toEqual({ ok: false, reason: 'wrong_code' });
    expect(await setTotp(person, { current, offer: 'none', code })).toEqual({ ok: false, reason: 'offer_expired' });
    expect(await setTotp(await newUser(), { current, offer, code })).toEqual({ ok: false, reason: 'offer_expired' });
    const set = await setTotp(person, { current, offer, code });
    expect(set).toMatchObject({ ok: true });
    expect(await subjects(person.email)).toEqual(['An authenticator app was set up for your account']);
    if (!set.ok) return;
    expect(await loadSession(person.sessionId)).toBeNull();
    expect(await readFactors(await renewed(set), {})).toMatchObject({ appSince: expect.any(Date), recoveryCodes: 10 });
  });

  it('is offered for half an hour, and set up once by each offer', async () => {
    const person = await newUser();
    const { offer, secret } = await offerApp(person, {});
    const set = await setTotp(person, { current, offer, code: codeOf(secret) });
    const actor = set.ok ? await renewed(set) : person;
    expect(await setTotp(actor, { current, offer, code: codeOf(secret) })).toMatchObject({ reason: 'offer_expired' });
    const next = await offerApp(actor, {});
    const at = later(new Date(), minutes(29));
    setClock(() => at);
    expect(await setTotp(actor, { current, offer: next.offer, code: codeOf(next.secret) })).toMatchObject({ ok: true });
  });

  it('takes the place of the one before, and leaves the recovery codes', async () => {
    const { actor, secret } = await withApp(await newUser());
    const { actor: now, codes, secret: other } = await withApp(actor);
    expect(codes).toEqual([]);
    expect((await readFactors(now, {})).recoveryCodes).toBe(10);
    const at = later(new Date(), minutes(2));
    setClock(() => at);
    const enter = async (code: string) =>
      completeSignIn(null, { ticket: await firstStep(now.email), code, from: newBrowser() });
    expect(await enter(codeOf(secret))).toEqual({ ok: false, reason: 'wrong_code' });
    expect(await enter(codeOf(other))).toMatchObject({ ok: true });
  });

  it('is removed by who knows the password; with the last factor go the recovery codes', async () => {
    const { actor } = await withApp(await newUser());
    expect(await removeTotp(actor, { current: 'wrong' })).toEqual({ ok: false, reason: 'wrong_password' });
    const removed = await removeTotp(actor, { current });
    const after = removed.ok ? await renewed(removed) : actor;
    expect(await readFactors(after, {})).toMatchObject({ appSince: null, recoveryCodes: 0 });
    expect(await removeTotp(after, { current })).toEqual({ ok: false, reason: 'not_set_up' });
    expect(await signIn(null, { email: actor.email, password: testPassword })).toMatchObject({ ok: true });
  });
});

describe('recovery codes', () => {
  it('are made anew, and the old ones end', async () => {
    const { actor, codes } = await withApp(await newUser());
    const renewal = await renewRecoveryCodes(actor, { current });
    if (!renewal.ok) throw new Error(renewal.reason);
    const enter = async (code = '') =>
      completeSignIn(null, { ticket: await firstStep(actor.email), code, from: newBrowser() });
    expect(await enter(codes[0])).toEqual({ ok: false, reason: 'wrong_code' });
    expect(await enter(renewal.codes[0])).toMatchObject({ ok: true });
    expect(await subjects(actor.email)).toContain('You have new recovery codes');
  });

  it('are for who has a second factor', async () => {
    expect(await renewRecoveryCodes(await newUser(), { current })).toEqual({ ok: false, reason: 'not_set_up' });
  });
});

describe('a passkey', () => {
  it('is removed by its owner alone', async () => {
    const { actor, key } = await withPasskey(await newUser());
    const [{ id: passkeyId } = { id: '' }] = (await readFactors(actor, {})).passkeys;
    await expect(removePasskey(await newUser(), { current, passkeyId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await removePasskey(actor, { current, passkeyId })).toMatchObject({ ok: true });
    expect(await signInWithPasskey(null, { ...(await signedBy(key)), from: newBrowser() })).toMatchObject({
      ok: false,
    });
    expect(await subjects(actor.email)).toContain('A passkey of your account was removed');
  });
});

describe('an administrator', () => {
  it('resets the second factor of who lost it; their sessions end and they are told', async () => {
    const tenant = await newTenant('customer');
    const boss = await newPerson(tenant, 'global_admin');
    const { actor } = await withApp(await newPerson(tenant, 'user'));
    expect(await resetFactors(boss, { userId: actor.id })).toEqual({ ok: true });
    expect(await resetFactors(boss, { userId: actor.id })).toEqual({ ok: false, reason: 'no_factor' });
    expect(await loadSession(actor.sessionId)).toBeNull();
    expect(await subjects(actor.email)).toContain('Your second factor was reset');
    expect(await signIn(null, { email: actor.email, password: testPassword })).toMatchObject({ ok: true });
  });

  it('does not get around their own, and a user administrator not around those above', async () => {
    const tenant = await newTenant('partner', { partnerType: 'direct' });
    const { actor: boss } = await withApp(await newPerson(tenant, 'global_admin'));
    const manager = await newPerson(tenant, 'user_admin');
    expect(await resetFactors(boss, { userId: boss.id })).toEqual({ ok: false, reason: 'own_account' });
    expect(await resetFactors(manager, { userId: boss.id })).toEqual({ ok: false, reason: 'above_you' });
  });

  it('removes a person with their passkeys', async () => {
    const tenant = await newTenant('customer');
    const boss = await newPerson(tenant, 'global_admin');
    const { actor, key } = await withPasskey(await newPerson(tenant, 'user'));
    expect(await removeMember(boss, { userId: actor.id })).toEqual({ ok: true });
    expect(await signInWithPasskey(null, { ...(await signedBy(key)), from: newBrowser() })).toMatchObject({
      ok: false,
    });
  });
});
