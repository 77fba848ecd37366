import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { promotions, users } from '@/db/schema';
import type { Role, TenantKind } from '@/lib/auth/actor';
import { endSessions } from '@/lib/auth/end-sessions';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { needsSecondPerson } from './invite-member';
import { mayChange, mayGive } from './may-manage';
import { changeRolesInput } from './member-input';
import { otherChiefs } from './other-chiefs';
import { areRolesOf, chiefRole } from './role-choices';

/**
 * Gives a person other roles; all their sessions end with it. Outcomes: `unchanged`, `above_you`, `second_person_needed`
 * (propose it instead), `directory_decides` where their directory does, and `last_administrator` for who is the only one left that answers for the organization.
 */
export const changeRoles = command({
  allow: 'members:manage',
  input: changeRolesInput,
  audit: 'member.roles_changed',
  async run({ actor, about }, { userId, roles }) {
    const manager = await holdPeople(actor);
    const { tenant } = manager;
    const member = await findMember(tenant, userId);
    if (!areRolesOf(tenant.kind, roles))
      throw new AppError('invalid', undefined, { roles: 'Choose among the roles of your organization.' });
    if (!mayChange(manager, member) || !mayGive(manager, roles)) return { ok: false, reason: 'above_you' } as const;
    if ([...member.roles].sort().join() === [...roles].sort().join())
      return { ok: false, reason: 'unchanged' } as const;
    if (directoryDecides(tenant.kind, member, roles)) return { ok: false, reason: 'directory_decides' } as const;
    const chief = chiefRole(tenant.kind);
    const [was, becomes] = [member.roles.includes(chief), roles.includes(chief)];
    if (was && !becomes && (await otherChiefs(tenant, userId)).length === 0)
      return { ok: false, reason: 'last_administrator' } as const;
    if (!was && (await needsSecondPerson(manager, roles)))
      return { ok: false, reason: 'second_person_needed' } as const;
    await db.update(users).set({ roles }).where(eq(users.id, userId));
    const at = now();
    // What somebody proposed for the roles as they were is settled by this.
    await db
      .update(promotions)
      .set({ state: 'refused', decidedBy: manager.id, decidedAt: at })
      .where(and(eq(promotions.userId, userId), eq(promotions.state, 'proposed')));
    await endSessions(userId, at);
    about({ subjectId: userId, detail: { person: member.name, before: member.roles, roles } });
    return { ok: true } as const;
  },
});

/** A directory gives a customer's people all their roles, and a partner's that of global administrator. */
function directoryDecides(
  kind: TenantKind,
  member: Pick<typeof users.$inferSelect, 'roles' | 'directoryOid'>,
  roles: readonly Role[],
): boolean {
  if (member.directoryOid === null || kind === 'operator') return false;
  return kind === 'customer' || member.roles.includes('global_admin') !== roles.includes('global_admin');
}
