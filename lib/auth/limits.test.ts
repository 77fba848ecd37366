import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { allowances, lockouts } from '@/db/schema';
import { days, later, minutes, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { newCredentialToken } from '@/lib/testing/accounts';
import { mailsTo } from '@/lib/testing/mails';
import { newPartner, testPassword } from '@/lib/testing/tenants';
import { giveBack, limits, takeOne } from './allowance';
import { askPassword } from './ask-password';
import { changePassword } from './change-password';
import { takeAttempt } from './lockout';
import { pauseAfter } from './pause-after';
import { networkOf } from './sender';
import { setPassword } from './set-password';
import { signIn } from './sign-in';

const start = new Date();
let at = start;
const pass = (milliseconds: number) => {
  at = later(at, milliseconds);
};
beforeEach(() => {
  at = start;
  setClock(() => at);
});
afterEach(() => setClock());

const somebody = () => randomBytes(8).toString('hex');
const person = async () => (await newPartner('direct', 'admin_agent')).actor;
const tries = async (count: number, email: string, password = 'not it') => {
  const reasons: string[] = [];
  for (let tried = 0; tried < count; tried++) {
    const result = await signIn(null, { email, password });
    reasons.push(result.ok ? 'ok' : result.reason);
  }
  return reasons;
};

describe('the pause after failures in a row', () => {
  it.each([
    [9, 0],
    [10, 1],
    [11, 2],
    [12, 4],
    [13, 8],
    [14, 15],
    [50, 15],
    [1_000_000, 15],
  ])('after %d is %d minutes', (failures, pause) => expect(pauseAfter(failures)).toBe(minutes(pause)));
});

describe('one account', () => {
  it('is not looked at for a minute after ten failures, also with the right password, and then it works', async () => {
    const { email } = await person();
    expect(await tries(10, email)).toEqual(Array(10).fill('wrong_credentials'));
    expect(await signIn(null, { email, password: testPassword })).toMatchObject({
      reason: 'too_many',
      wait: minutes(1),
    });
    pass(minutes(1) - 1);
    expect(await tries(1, email, testPassword)).toEqual(['too_many']);
    pass(1);
    expect(await tries(1, email, testPassword)).toEqual(['ok']);
    expect(await tries(9, email)).toEqual(Array(9).fill('wrong_credentials'));
  });

  it('waits twice as long after each further failure, a quarter of an hour at most, and never for ever', async () => {
    const { email } = await person();
    await tries(10, email);
    for (const pause of [1, 2, 4, 8, 15, 15, 15]) {
      expect(await signIn(null, { email, password: 'not it' })).toMatchObject({ wait: minutes(pause) });
      pass(minutes(pause));
      expect(await tries(1, email)).toEqual(['wrong_credentials']);
    }
    pass(minutes(15));
    expect(await tries(1, email, testPassword)).toEqual(['ok']);
  });

  it('is not made to wait longer by who tries during the pause', async () => {
    const { email } = await person();
    await tries(50, email);
    pass(minutes(1));
    expect(await tries(1, email, testPassword)).toEqual(['ok']);
  });

  it('has fifty attempts at once looked at ten times', async () => {
    const { email } = await person();
    const results = await Promise.all(Array.from({ length: 50 }, () => signIn(null, { email, password: 'not it' })));
    const reasons = results.map((result) => (result.ok ? 'ok' : result.reason));
    expect(reasons.filter((reason) => reason === 'wrong_credentials')).toHaveLength(10);
    expect(reasons.filter((reason) => reason === 'too_many')).toHaveLength(40);
  });

  it('is told the same whether anybody has it', async () => {
    const { email, tenant } = await person();
    const known = await tries(12, email);
    expect(await tries(12, `nobody@${tenant.domain}`)).toEqual(known);
  });

  it('starts anew a day after the last failure', async () => {
    const { email } = await person();
    await tries(9, email);
    pass(days(1));
    expect(await tries(10, email)).toEqual(Array(10).fill('wrong_credentials'));
  });

  it('is open again once a password was set by a link', async () => {
    const { id, email } = await person();
    await tries(10, email);
    const token = await newCredentialToken(id, 'new_password');
    await setPassword(null, { token, password: 'tea kettle on the roof' });
    expect(await tries(1, email, 'tea kettle on the roof')).toEqual(['ok']);
  });

  it('leaves nothing behind that anybody typed', async () => {
    const typed = `${somebody()}@typed.example`;
    await tries(1, typed);
    const kept = JSON.stringify([await db.select().from(lockouts), await db.select().from(allowances)]);
    expect(kept).not.toContain('typed.example');
  });

  it('asks for the present password as seldom when the password is changed', async () => {
    const actor = await person();
    const change = (current: string) => changePassword(actor, { current, password: 'tea kettle on the roof' });
    for (let tried = 0; tried < 10; tried++) expect(await change('not it')).toMatchObject({ reason: 'wrong_password' });
    expect(await change(testPassword)).toMatchObject({ reason: 'too_many', wait: minutes(1) });
    pass(minutes(1));
    expect(await change(testPassword)).toMatchObject({ ok: true });
  });
});

describe('one address', () => {
  const from = () => ({ address: `2001:db8:${somebody().slice(0, 4)}:${somebody().slice(0, 4)}::1` });
  const attempt = async (sender: { address: string }, email = `${somebody()}@nowhere.example`, password = 'not it') => {
    const result = await signIn(null, { email, password, from: sender });
    return result.ok ? 'ok' : result.reason;
  };

  it('may fail a hundred times in a quarter of an hour, whatever names it tries', async () => {
    const sender = from();
    const { email } = await person();
    const failed = await Promise.all(Array.from({ length: 100 }, () => attempt(sender)));
    expect(failed).toEqual(Array(100).fill('wrong_credentials'));
    expect(await attempt(sender, email, testPassword)).toBe('too_many');
    expect(await attempt(from(), email, testPassword)).toBe('ok');
    pass(minutes(15));
    expect(await attempt(sender, email, testPassword)).toBe('ok');
  });

  it('is not used up by sign-ins that succeed', async () => {
    const sender = from();
    const { email } = await person();
    for (let tried = 0; tried < limits.sign_in.most + 1; tried += 25)
      expect(await Promise.all(Array.from({ length: 5 }, () => attempt(sender, email, testPassword)))).not.toContain(
        'x',
      );
    expect(await takeOne('sign_in', networkOf(sender.address))).toBe(0);
  });

  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

  it('may ask for twenty links for passwords, and one person is mailed five an hour', async () => {
    const sender = from();
    const { email } = await person();
    for (let asked = 0; asked < 20; asked++)
      expect(await askPassword(null, { email, from: sender })).toEqual({ ok: true });
    expect(await askPassword(null, { email, from: sender })).toMatchObject({ reason: 'too_many' });
    await runUntilEmpty();
    expect(await mailsTo(email)).toHaveLength(5);
  });
});

describe('an allowance', () => {
  it('is never overdrawn, however many take from it at once', async () => {
    const whose = somebody();
    const waits = await Promise.all(Array.from({ length: 60 }, () => takeOne('password_link', whose)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
  });

  it('starts anew when its time is over, and says how long that is', async () => {
    const whose = somebody();
    for (let taken = 0; taken < 20; taken++) await takeOne('password_link', whose);
    pass(minutes(5));
    expect(await takeOne('password_link', whose)).toBe(minutes(10));
    pass(minutes(10));
    expect(await takeOne('password_link', whose)).toBe(0);
  });

  it('takes back no more than was taken', async () => {
    const whose = somebody();
    await takeOne('password_link', whose);
    await Promise.all([1, 2, 3].map(() => giveBack('password_link', whose)));
    const waits = await Promise.all(Array.from({ length: 25 }, () => takeOne('password_link', whose)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
  });

  it('clears away what counts no more', async () => {
    await takeOne('password_link', somebody());
    await takeAttempt('password', somebody());
    pass(days(2));
    await takeOne('password_link', somebody());
    await takeAttempt('password', somebody());
    expect(await db.select().from(allowances)).toHaveLength(1);
    expect(await db.select().from(lockouts)).toHaveLength(1);
  });
});
