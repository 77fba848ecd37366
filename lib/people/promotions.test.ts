import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { users } from '@/db/schema';
import { latestNotifications } from '@/lib/notifications/queries';
import { newPerson, newTenant } from '@/lib/testing/tenants';
import { changeRoles } from './change-roles';
import { confirmPromotion } from './confirm-promotion';
import { disableMember } from './disable-member';
import { inviteMember } from './invite-member';
import { proposePromotion } from './propose-promotion';
import { readPerson } from './queries';
import { refusePromotion } from './refuse-promotion';

const rolesOf = async (id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]?.roles;

async function operator() {
  const tenant = await newTenant('operator');
  const first = await newPerson(tenant, 'support_admin');
  const agent = await newPerson(tenant, 'support_agent');
  return { tenant, first, agent, wish: { userId: agent.id, roles: ['support_admin' as const] } };
}

describe('another administrator of the operator', () => {
  it('is made by the only one there is alone', async () => {
    const { first, agent, wish } = await operator();
    expect(await proposePromotion(first, wish)).toEqual({ ok: false, reason: 'not_needed' });
    expect(await changeRoles(first, wish)).toEqual({ ok: true });
    expect(await rolesOf(agent.id)).toEqual(['support_admin']);
  });

  it('takes a second person as soon as there is one', async () => {
    const { tenant, first, agent, wish } = await operator();
    const second = await newPerson(tenant, 'support_admin');
    const needed = { ok: false, reason: 'second_person_needed' };
    expect(await changeRoles(first, wish)).toEqual(needed);
    const form = { invitationId: uuidv7(), name: 'Ada Byron', email: `${uuidv7()}@nobody.example` };
    expect(await inviteMember(first, { ...form, roles: ['support_admin'] })).toEqual(needed);

    expect(await proposePromotion(first, wish)).toEqual({ ok: true });
    expect(await proposePromotion(second, wish)).toEqual({ ok: false, reason: 'already_proposed' });
    expect(await rolesOf(agent.id)).toEqual(['support_agent']);
    const [told] = (await latestNotifications(second, {})).latest;
    expect(told?.sentence).toContain(`${first.name} proposes to make ${agent.name}`);
    expect((await latestNotifications(first, {})).latest).toEqual([]);
    expect((await readPerson(second, { userId: agent.id })).promotion).toMatchObject({ by: first.name, own: false });

    expect(await confirmPromotion(first, { userId: agent.id })).toEqual({ ok: false, reason: 'own_proposal' });
    const both = await Promise.all([
      confirmPromotion(second, { userId: agent.id }),
      refusePromotion(second, { userId: agent.id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await confirmPromotion(second, { userId: agent.id })).toEqual({ ok: false, reason: 'already_decided' });
  });

  it('may be refused, or taken back by who proposed it', async () => {
    const { tenant, first, agent, wish } = await operator();
    const second = await newPerson(tenant, 'support_admin');
    for (const person of [first, second]) {
      await proposePromotion(first, wish);
      expect(await refusePromotion(person, { userId: agent.id })).toEqual({ ok: true });
    }
    expect(await rolesOf(agent.id)).toEqual(['support_agent']);
  });

  it('is not made of an account that was disabled meanwhile, or whose roles were changed', async () => {
    const { tenant, first, agent, wish } = await operator();
    const second = await newPerson(tenant, 'support_admin');
    await proposePromotion(first, wish);
    await disableMember(first, { userId: agent.id });
    expect(await confirmPromotion(second, { userId: agent.id })).toEqual({ ok: false, reason: 'already_decided' });
    expect(await rolesOf(agent.id)).toEqual(['support_agent']);
  });
});
