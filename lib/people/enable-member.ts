import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { command } from '@/lib/command';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { mayChange } from './may-manage';
import { memberInput } from './member-input';

/** Switches an account on again: the person signs in as before. Outcomes: `above_you`, `already_enabled`. */
export const enableMember = command({
  allow: 'members:manage',
  input: memberInput,
  audit: 'member.enabled',
  async run({ actor, about }, { userId }) {
    const manager = await holdPeople(actor);
    const member = await findMember(manager.tenant, userId);
    if (!mayChange(manager, member)) return { ok: false, reason: 'above_you' } as const;
    if (!member.disabledAt) return { ok: false, reason: 'already_enabled' } as const;
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
    about({ subjectId: userId, detail: { person: member.name } });
    return { ok: true } as const;
  },
});
