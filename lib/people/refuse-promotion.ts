import { command } from '@/lib/command';
import { claimPromotion } from './claim-promotion';
import { memberInput } from './member-input';

/** The second person's no; who proposed it takes it back the same way. Outcome: `already_decided`. */
export const refusePromotion = command({
  allow: 'promotions:decide',
  input: memberInput,
  audit: 'member.promotion_refused',
  async run({ actor, about }, { userId }) {
    const claimed = await claimPromotion(actor, userId, 'refused');
    if (!claimed.ok) return claimed;
    about({ subjectId: userId, detail: { person: claimed.member.name, roles: claimed.roles } });
    return { ok: true } as const;
  },
});
