import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { endCredentialLinks } from '@/lib/auth/credential-link';
import { endSessions } from '@/lib/auth/end-sessions';
import { noPassword } from '@/lib/auth/password';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { dropFactors } from '@/lib/factors/drop-factors';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { mayChange } from './may-manage';
import { memberInput } from './member-input';

/**
 * Ends an account for good: its sessions, and the links of all requests and invitations that the person left open. What they
 * did stays in the logs under their name, and their address can be invited anew. Outcomes: `own_account`, `above_you`.
 */
export const removeMember = command({
  allow: 'members:manage',
  input: memberInput,
  audit: 'member.removed',
  async run({ actor, about }, { userId }) {
    const manager = await holdPeople(actor);
    const member = await findMember(manager.tenant, userId);
    if (userId === manager.id) return { ok: false, reason: 'own_account' } as const;
    if (!mayChange(manager, member)) return { ok: false, reason: 'above_you' } as const;
    const at = now();
    // Whatever asks whether the account is good asks `disabledAt`; nothing ever sets it back once `removedAt` is set.
    const ended = { removedAt: at, disabledAt: member.disabledAt ?? at, passwordHash: noPassword };
    await db.update(users).set(ended).where(eq(users.id, userId));
    await endSessions(userId, at);
    await endCredentialLinks(userId, at);
    await dropFactors(userId);
    about({ subjectId: userId, detail: { person: member.name, email: member.email } });
    return { ok: true } as const;
  },
});
