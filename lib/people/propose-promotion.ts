import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { promotions } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { needsSecondPerson } from './invite-member';
import { changeRolesInput } from './member-input';
import { otherChiefs } from './other-chiefs';
import { areRolesOf } from './role-choices';

/**
 * Asks a second support administrator to make somebody one too, with these roles. Outcomes: `not_needed` where the roles can
 * be given at once, and `already_proposed`.
 */
export const proposePromotion = command({
  allow: 'promotions:decide',
  input: changeRolesInput,
  audit: 'member.promotion_proposed',
  async run({ actor, about }, { userId, roles }) {
    const manager = await holdPeople(actor);
    const { tenant } = manager;
    const member = await findMember(tenant, userId);
    if (member.disabledAt || !areRolesOf(tenant.kind, roles) || !(await needsSecondPerson(manager, roles)))
      return { ok: false, reason: 'not_needed' } as const;
    const proposed = await db
      .insert(promotions)
      .values({
        id: uuidv7(),
        tenantId: tenant.id,
        userId,
        roles,
        proposedBy: manager.id,
        proposedAt: now(),
        state: 'proposed',
      })
      .onConflictDoNothing()
      .returning({ id: promotions.id });
    if (proposed.length === 0) return { ok: false, reason: 'already_proposed' } as const;
    await notify({
      kind: 'promotion_proposed',
      to: { userIds: await otherChiefs(tenant, manager.id) },
      params: { proposer: manager.name, person: member.name },
      path: paths.person(paths.support(), userId),
    });
    about({ subjectId: userId, detail: { person: member.name, before: member.roles, roles } });
    return { ok: true } as const;
  },
});
