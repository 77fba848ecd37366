import { afterEach, describe, expect, it } from 'vitest';
import type { UserActor } from '@/lib/auth/actor';
import { later, minutes, setClock } from '@/lib/clock';
import { newBrowser } from '@/lib/testing/factors';
import { newPerson, newTenant, testPassword } from '@/lib/testing/tenants';
import { endOtherSessions } from './end-other-sessions';
import { endSession } from './end-session';
import { loadSession } from './load-session';
import { listSessions } from './session-queries';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

const newUser = async () => newPerson(await newTenant('customer'), 'user');

async function again({ email }: UserActor, from = newBrowser()): Promise<UserActor> {
  const result = await signIn(null, { email, password: testPassword, from });
  const actor = result.ok && (await loadSession(result.sessionId));
  if (!actor) throw new Error('did not sign in');
  return actor;
}

afterEach(() => setClock());

describe('where somebody is signed in', () => {
  it('is listed with the device, the address and the last use', async () => {
    const first = await newUser();
    const from = newBrowser();
    const second = await again(first, from);
    const list = await listSessions(second, {});
    expect(list).toMatchObject([
      { id: second.sessionId, own: true, device: 'Firefox on Linux', address: from.address, method: 'password' },
      { id: first.sessionId, own: false, device: 'A program', address: null },
    ]);
  });

  it('follows the last use', async () => {
    const person = await newUser();
    const at = later(new Date(), minutes(2));
    setClock(() => at);
    const { agent } = newBrowser();
    await loadSession(person.sessionId, 'used', { address: '198.51.100.9', agent });
    expect(await listSessions(person, {})).toMatchObject([{ address: '198.51.100.9', device: 'Firefox on Linux' }]);
  });

  it('leaves out what has ended', async () => {
    const person = await newUser();
    await signOut(await again(person), {});
    const at = later(new Date(), minutes(20));
    setClock(() => at);
    const late = await again(person);
    expect(await listSessions(late, {})).toHaveLength(2);
    setClock(() => later(at, minutes(20)));
    expect(await listSessions(late, {})).toMatchObject([{ id: late.sessionId }]);
  });

  it('is ended one by one', async () => {
    const [here, there] = [await newUser(), await newUser()];
    const other = await again(here);
    expect(await endSession(here, { sessionId: other.sessionId })).toEqual({ ok: true });
    expect(await loadSession(other.sessionId)).toBeNull();
    expect(await endSession(here, { sessionId: other.sessionId })).toEqual({ ok: false, reason: 'already_ended' });
    await expect(endSession(here, { sessionId: there.sessionId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await loadSession(there.sessionId)).not.toBeNull();
  });

  it('is ended everywhere but here', async () => {
    const here = await newUser();
    const [one, two] = [await again(here), await again(here)];
    expect(await endOtherSessions(here, {})).toEqual({ ok: true, ended: 2 });
    expect(await endOtherSessions(here, {})).toEqual({ ok: false, reason: 'none' });
    for (const { sessionId } of [one, two]) expect(await loadSession(sessionId)).toBeNull();
    expect(await loadSession(here.sessionId)).not.toBeNull();
  });
});
