import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, credentialLinks, users } from '@/db/schema';
import { days, later, minutes, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newCredentialToken, personRow } from '@/lib/testing/accounts';
import { mailsTo } from '@/lib/testing/mails';
import { newPartner, newPerson, testPassword } from '@/lib/testing/tenants';
import { askPassword } from './ask-password';
import { changePassword } from './change-password';
import { findCredentialLink } from './credential-queries';
import { loadSession } from './load-session';
import { noPassword } from './password';
import { setPassword } from './set-password';
import { signIn } from './sign-in';

afterEach(() => setClock());

const fresh = 'tea kettle on the roof';
const other = 'seven lamps and a ladder';

const from = { address: null };

const person = async () => (await newPartner('direct', 'admin_agent')).actor;
const canSignIn = async (email: string, password: string) => (await signIn(null, { email, password })).ok;
const subjects = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject);

describe('a link for a new password', () => {
  it('is mailed to whoever has an account, and sets the password', async () => {
    const { id, email } = await person();
    expect(await askPassword(null, { email: ` ${email.toUpperCase()} `, from })).toEqual({ ok: true });
    await runUntilEmpty();
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('Set a new password for Countersign');
    const token = mail?.links[0]?.split('/credential/')[1] ?? '';
    expect(await findCredentialLink(null, { token })).toMatchObject({ kind: 'good', purpose: 'new_password', email });
    expect(await setPassword(null, { token, password: fresh })).toEqual({ ok: true });
    expect(await canSignIn(email, testPassword)).toBe(false);
    expect(await canSignIn(email, fresh)).toBe(true);
    const kept = JSON.stringify([await db.select().from(credentialLinks), await db.select().from(auditEvents)]);
    expect(kept).not.toContain(token);
    expect((await personRow(id)).passwordHash).toMatch(/^\$argon2id\$/);
  });

  it('is asked for with one answer, whoever has the address', async () => {
    const { email, tenant } = await person();
    const answers = [
      await askPassword(null, { email, from }),
      await askPassword(null, { email: `nobody@${tenant.domain}`, from }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    await runUntilEmpty();
    expect(await mailsTo(`nobody@${tenant.domain}`)).toEqual([]);
  });

  it('is not mailed to an account that is switched off', async () => {
    const { id, email } = await person();
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
    await askPassword(null, { email, from });
    await runUntilEmpty();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('ends every session, and is told by mail', async () => {
    const { id, email, sessionId } = await person();
    await setPassword(null, { token: await newCredentialToken(id, 'new_password'), password: fresh });
    expect(await loadSession(sessionId)).toBeNull();
    expect(await subjects(email)).toEqual(['Your password was set']);
  });

  it('works once, whoever comes first', async () => {
    const { id, email } = await person();
    const token = await newCredentialToken(id, 'new_password');
    const results = await Promise.all([fresh, other, fresh].map((password) => setPassword(null, { token, password })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await findCredentialLink(null, { token })).toEqual({ kind: 'dead', why: 'used' });
    expect(await subjects(email)).toEqual(['Your password was set']);
  });

  it.each([
    ['new_password', minutes(60)],
    ['first_password', days(7)],
  ] as const)('of %s runs out', async (purpose, lifetime) => {
    const { id } = await person();
    const token = await newCredentialToken(id, purpose);
    const made = Date.now();
    setClock(() => later(new Date(made), lifetime - minutes(1)));
    expect(await findCredentialLink(null, { token })).toMatchObject({ kind: 'good' });
    setClock(() => later(new Date(made), lifetime + minutes(1)));
    expect(await findCredentialLink(null, { token })).toEqual({ kind: 'dead', why: 'expired' });
    expect(await setPassword(null, { token, password: fresh })).toEqual({ ok: false, reason: 'dead_link' });
  });

  it('is replaced by the next one, and by a password that is set otherwise', async () => {
    const { id } = await person();
    const [first, second] = [
      await newCredentialToken(id, 'new_password'),
      await newCredentialToken(id, 'new_password'),
    ];
    const invited = await newCredentialToken(id, 'first_password');
    expect(await findCredentialLink(null, { token: first })).toEqual({ kind: 'dead', why: 'replaced' });
    expect(await setPassword(null, { token: first, password: fresh })).toEqual({ ok: false, reason: 'dead_link' });
    expect(await setPassword(null, { token: second, password: fresh })).toEqual({ ok: true });
    expect(await findCredentialLink(null, { token: invited })).toEqual({ kind: 'dead', why: 'replaced' });
  });

  it.each(['', 'x', 'A'.repeat(43), "'; drop table users; --"])('that is none is unknown: %j', async (token) => {
    expect(await findCredentialLink(null, { token })).toEqual({ kind: 'dead', why: 'unknown' });
    expect(await setPassword(null, { token, password: fresh })).toEqual({ ok: false, reason: 'dead_link' });
  });

  it('is good again after a password that is too easy', async () => {
    const { id, tenant } = await person();
    const token = await newCredentialToken(id, 'new_password');
    for (const password of ['password123456', `${tenant.name} forever`])
      expect(await setPassword(null, { token, password })).toMatchObject({ ok: false, reason: 'weak' });
    await expect(setPassword(null, { token, password: 'short' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(setPassword(null, { token, password: 'x'.repeat(129) })).rejects.toMatchObject({ code: 'invalid' });
    expect(await setPassword(null, { token, password: fresh })).toEqual({ ok: true });
  });
});

describe('somebody who was invited', () => {
  it('cannot sign in before they have set a password, and says how they are called when they do', async () => {
    const { tenant } = await newPartner('direct', 'admin_agent');
    const { id, email } = await newPerson(tenant, 'sales_agent');
    await db.update(users).set({ passwordHash: noPassword }).where(eq(users.id, id));
    for (const password of [testPassword, 'nobody has this password'])
      expect(await canSignIn(email, password)).toBe(false);
    const token = await newCredentialToken(id, 'first_password');
    expect(await setPassword(null, { token, name: ' Ada  Byron ', password: fresh })).toEqual({ ok: true });
    expect((await personRow(id)).name).toBe('Ada Byron');
    expect(await canSignIn(email, fresh)).toBe(true);
  });

  it('keeps their name when a link only sets a new password', async () => {
    const { id, name } = await person();
    await setPassword(null, { token: await newCredentialToken(id, 'new_password'), name: 'Somebody', password: fresh });
    expect((await personRow(id)).name).toBe(name);
  });
});

describe('changing one’s own password', () => {
  it('takes the present one, and ends every session but goes on with a new one', async () => {
    const actor = await person();
    const elsewhere = await signIn(null, { email: actor.email, password: testPassword });
    const changed = await changePassword(actor, { current: testPassword, password: fresh });
    if (!changed.ok || !elsewhere.ok) throw new Error('refused');
    expect(await loadSession(actor.sessionId)).toBeNull();
    expect(await loadSession(elsewhere.sessionId)).toBeNull();
    expect((await loadSession(changed.sessionId))?.id).toBe(actor.id);
    expect(await canSignIn(actor.email, fresh)).toBe(true);
    expect(await subjects(actor.email)).toEqual(['Your password was changed']);
  });

  it('is refused with another one, and when the new one is too easy', async () => {
    const actor = await person();
    expect(await changePassword(actor, { current: 'not it at all', password: fresh })).toEqual({
      ok: false,
      reason: 'wrong_password',
    });
    expect(await changePassword(actor, { current: testPassword, password: 'password123456' })).toMatchObject({
      ok: false,
      reason: 'weak',
    });
    expect(await loadSession(actor.sessionId)).not.toBeNull();
    expect(await mailsTo(actor.email)).toEqual([]);
  });

  it('happens once when two try at once', async () => {
    const actor = await person();
    const tries = await Promise.all(
      [fresh, other].map((password) => changePassword(actor, { current: testPassword, password })),
    );
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
