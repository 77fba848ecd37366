import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { endSessions } from '@/lib/auth/end-sessions';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { mayChange } from './may-manage';
import { memberInput } from './member-input';

/**
 * Switches an account off, at once: its sessions end, and links that the person sent are dead as long as it is off. Nobody does
 * it to themselves, so somebody who answers for the organization is left. Outcomes: `own_account`, `above_you`,
 * `already_disabled`.
 */
export const disableMember = command({
  allow: 'members:manage',
  input: memberInput,
  audit: 'member.disabled',
  async run({ actor, about }, { userId }) {
    const manager = await holdPeople(actor);
    const member = await findMember(manager.tenant, userId);
    if (userId === manager.id) return { ok: false, reason: 'own_account' } as const;
    if (!mayChange(manager, member)) return { ok: false, reason: 'above_you' } as const;
    if (member.disabledAt) return { ok: false, reason: 'already_disabled' } as const;
    const at = now();
    await db.update(users).set({ disabledAt: at }).where(eq(users.id, userId));
    await endSessions(userId, at);
    about({ subjectId: userId, detail: { person: member.name } });
    return { ok: true } as const;
  },
});
