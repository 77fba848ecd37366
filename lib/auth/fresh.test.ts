import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { later, minutes, setClock } from '@/lib/clock';
import { inviteMember } from '@/lib/people/invite-member';
import { listPeople } from '@/lib/people/queries';
import { again, directoryActor, newDirectoryPerson } from '@/lib/testing/directory';
import { newCustomer } from '@/lib/testing/tenants';
import type { UserActor } from './actor';
import { needsSignIn } from './fresh';
import { type Permission, policy } from './policy';

afterEach(() => setClock());

const weighty = [
  'consent:decide',
  'consent:end',
  'consent:remove_dap',
  'removals:ask',
  'members:manage',
  'directory:connect',
  'api_clients:manage',
  'webhooks:manage',
];

const invite = (actor: UserActor) =>
  inviteMember(actor, {
    invitationId: uuidv7(),
    name: 'Grace Hopper',
    email: `${uuidv7()}@nobody.example`,
    roles: ['user'],
  });

describe('what weighs most', () => {
  it('is done within 15 minutes of signing in by a directory, and nothing else is asked for that', async () => {
    const actor = await directoryActor(newDirectoryPerson());
    const since = actor.signedInAt ?? new Date();
    const all = Object.keys(policy) as Permission[];
    const asked = (at: Date) => all.filter((permission) => needsSignIn(actor, permission, at)).sort();
    expect(asked(later(since, minutes(15) - 1))).toEqual([]);
    expect(asked(later(since, minutes(15)))).toEqual([...weighty].sort());
  });

  it('is refused by the command after that, reading is not, and signing in again helps', async () => {
    const person = newDirectoryPerson();
    const actor = await directoryActor(person);
    const at = later(new Date(), minutes(16));
    setClock(() => at);
    await expect(invite(actor)).rejects.toMatchObject({ code: 'sign_in_again', status: 403 });
    expect((await listPeople(actor, { q: '', page: 1 })).total).toBe(1);
    expect(await invite(await directoryActor(again(person, { expiresAt: at.getTime() / 1000 + 60 })))).toEqual({
      ok: true,
    });
  });

  it('is not asked of accounts of ours, whose roles change here', async () => {
    const { admin } = await newCustomer();
    setClock(() => later(new Date(), minutes(20)));
    expect(await invite(admin)).toEqual({ ok: true });
  });
});
