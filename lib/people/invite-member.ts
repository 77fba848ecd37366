import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { memberInvitations, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { holdPeople } from './hold-people';
import { issueInvitation } from './issue-invitation';
import { mayGive } from './may-manage';
import { inviteMemberInput } from './member-input';
import { otherChiefs } from './other-chiefs';
import { areRolesOf, chiefRole } from './role-choices';

/** In the operator's organization nobody alone makes another administrator, as long as there is somebody to ask. */
export async function needsSecondPerson({ id, tenant }: UserActor, roles: readonly string[]): Promise<boolean> {
  if (tenant.kind !== 'operator' || !roles.includes(chiefRole('operator'))) return false;
  return (await otherChiefs(tenant, id)).length > 0;
}

/**
 * Mails somebody the link to join the actor's organization. Outcomes: `already_member`, `above_you` for a role that the actor
 * may not give, `second_person_needed` (invite with fewer roles, then propose), and `already_sent` when this form was
 * submitted before.
 */
export const inviteMember = command({
  allow: 'members:manage',
  input: inviteMemberInput,
  audit: 'member.invited',
  async run({ actor, about }, { invitationId, name, email, roles }) {
    const manager = await holdPeople(actor);
    const { tenant } = manager;
    if (!areRolesOf(tenant.kind, roles))
      throw new AppError('invalid', undefined, { roles: 'Choose among the roles of your organization.' });
    if (!mayGive(manager, roles)) return { ok: false, reason: 'above_you' } as const;
    if (await needsSecondPerson(manager, roles)) return { ok: false, reason: 'second_person_needed' } as const;
    const [member] = await db
      .select({ id: users.id })
      .from(users)
      .where(
        and(
          eq(users.tenantId, tenant.id),
          eq(users.email, email),
          isNull(users.removedAt),
          // Whoever comes by the directory may have an account of ours beside it.
          isNull(users.directoryOid),
        ),
      );
    if (member) return { ok: false, reason: 'already_member' } as const;
    const invitedBy = { id: manager.id, name: manager.name };
    const sent = await issueInvitation({ id: invitationId, organization: tenant, email, name, roles, invitedBy });
    if (!sent) return alreadySent(tenant.id, { invitationId, email });
    about({ subjectId: invitationId, detail: { person: name, email, roles } });
    return { ok: true } as const;
  },
});

/** The same form again is one invitation; the same id around something else is a mistake, whoever's the first was. */
async function alreadySent(
  tenantId: string,
  { invitationId, email }: Pick<z.output<typeof inviteMemberInput>, 'invitationId' | 'email'>,
) {
  const [first] = await db.select().from(memberInvitations).where(eq(memberInvitations.id, invitationId));
  if (first && (first.tenantId !== tenantId || first.email !== email)) throw new AppError('conflict');
  return { ok: false, reason: 'already_sent' } as const;
}
