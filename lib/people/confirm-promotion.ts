import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { endSessions } from '@/lib/auth/end-sessions';
import { command } from '@/lib/command';
import { claimPromotion } from './claim-promotion';
import { memberInput } from './member-input';

/** The second person's yes: the roles are given, and the person's sessions end. Outcomes: `already_decided`, `own_proposal`. */
export const confirmPromotion = command({
  allow: 'promotions:decide',
  input: memberInput,
  audit: 'member.promotion_confirmed',
  async run({ actor, about }, { userId }) {
    const claimed = await claimPromotion(actor, userId, 'confirmed');
    if (!claimed.ok) return claimed;
    const { member, roles, at } = claimed;
    await db.update(users).set({ roles }).where(eq(users.id, userId));
    await endSessions(userId, at);
    about({ subjectId: userId, detail: { person: member.name, before: member.roles, roles } });
    return { ok: true } as const;
  },
});
