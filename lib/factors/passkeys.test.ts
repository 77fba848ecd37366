import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { passkeys, users } from '@/db/schema';
import { loadSession } from '@/lib/auth/load-session';
import { signIn } from '@/lib/auth/sign-in';
import { later, minutes, now, setClock } from '@/lib/clock';
import { newAuthenticator } from '@/lib/testing/authenticator';
import { newBrowser, passkeyOffer, signedBy, withPasskey } from '@/lib/testing/factors';
import { mailsTo } from '@/lib/testing/mails';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { addPasskey } from './add-passkey';
import { offerNewPasskey, readFactors } from './queries';
import { signInWithPasskey } from './sign-in-with-passkey';

const newUser = async () => newPerson(await newTenant('customer'), 'user');
const enter = async (signed: Awaited<ReturnType<typeof signedBy>>) =>
  signInWithPasskey(null, { ...signed, from: newBrowser() });
const refused = { ok: false, reason: 'not_accepted' };

afterEach(() => setClock());

describe('a passkey', () => {
  it('is added by who knows the password, ends all other sessions and is told by mail', async () => {
    const person = await newUser();
    const { actor, codes } = await withPasskey(person, 'Blue key');
    expect(await loadSession(person.sessionId)).toBeNull();
    expect(codes).toHaveLength(10);
    expect((await readFactors(actor, {})).passkeys).toMatchObject([{ name: 'Blue key', lastUsedAt: null }]);
    expect((await mailsTo(person.email)).map(({ subject }) => subject)).toContain(
      'A passkey was added to your account',
    );
  });

  it('is not added with a wrong password, to somebody else’s challenge, or to an old one', async () => {
    const person = await newUser();
    expect(await offerNewPasskey(person, { current: 'wrong' })).toEqual({ ok: false, reason: 'wrong_password' });
    const { options, ticket } = await passkeyOffer(person);
    const response = newAuthenticator().make(options.challenge);
    const given = { name: 'Key', ticket, response };
    expect(await addPasskey(await newUser(), given)).toEqual(refused);
    setClock(() => later(new Date(), minutes(6)));
    expect(await addPasskey(person, given)).toEqual(refused);
    setClock();
    expect(await addPasskey(person, given)).toMatchObject({ ok: true });
    expect(await addPasskey(person, given)).toEqual(refused);
  });

  it.each([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['that was not unlocked', { verified: false }],
  ])('%s is neither added nor taken', async (_which, wrong) => {
    const person = await newUser();
    const { options, ticket } = await passkeyOffer(person);
    const made = newAuthenticator().make(options.challenge, wrong);
    expect(await addPasskey(person, { name: 'Key', ticket, response: made })).toEqual(refused);
    const { key } = await withPasskey(person);
    expect(await enter(await signedBy(key, wrong))).toEqual(refused);
  });

  it('signs in without a password', async () => {
    const { key, actor } = await withPasskey(await newUser());
    const entered = await enter(await signedBy(key));
    expect(entered).toMatchObject({ ok: true });
    expect(entered.ok && (await loadSession(entered.sessionId))).toMatchObject({ id: actor.id });
  });

  it('is asked for after the right password', async () => {
    const { actor } = await withPasskey(await newUser());
    const result = await signIn(null, { email: actor.email, password: testPassword, from: newBrowser() });
    expect(result).toMatchObject({ ok: false, reason: 'second_step' });
  });

  it('answers a challenge once', async () => {
    const { key } = await withPasskey(await newUser());
    const signed = await signedBy(key);
    const results = await Promise.all(Array.from({ length: 5 }, () => enter(signed)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enter(signed)).toEqual(refused);
  });

  it('answers a challenge in time, and none of its own making', async () => {
    const { key } = await withPasskey(await newUser());
    const signed = await signedBy(key);
    expect(await enter({ ...signed, response: key.sign(Buffer.alloc(32).toString('base64url')) })).toEqual(refused);
    setClock(() => later(new Date(), minutes(6)));
    expect(await enter(signed)).toEqual(refused);
  });

  it('that nobody has here is refused like one that is wrong', async () => {
    expect(await enter(await signedBy(newAuthenticator()))).toEqual(refused);
  });

  it('that counts backwards was copied, and is refused', async () => {
    const { key } = await withPasskey(await newUser());
    expect(await enter(await signedBy(key, { counter: 7 }))).toMatchObject({ ok: true });
    expect(await enter(await signedBy(key, { counter: 7 }))).toEqual(refused);
    expect(await enter(await signedBy(key, { counter: 3 }))).toEqual(refused);
    expect(await enter(await signedBy(key, { counter: 0 }))).toEqual(refused);
    expect(await enter(await signedBy(key, { counter: 8 }))).toMatchObject({ ok: true });
  });

  it('of a disabled account is refused', async () => {
    const { key, actor } = await withPasskey(await newUser());
    await db.update(users).set({ disabledAt: now() }).where(eq(users.id, actor.id));
    expect(await enter(await signedBy(key))).toEqual(refused);
    expect(await db.select().from(passkeys).where(eq(passkeys.userId, actor.id))).toMatchObject([{ lastUsedAt: null }]);
  });
});
