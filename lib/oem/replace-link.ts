import { z } from 'zod';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endLink } from './end-link';
import { insertLink } from './insert-link';
import { linkReason } from './issue-link-input';
import { tellLinkAnswer } from './tell-link-answer';

/**
 * Support puts a new consent link in the place of an OEM's, which is dead from that moment; what was granted by it stays
 * granted. Outcome `already_ended`, which is also what the second of two supporters at once is told.
 */
export const replaceLink = command({
  allow: 'oem_link:handle',
  input: linkReason.extend({ linkId: z.uuid() }),
  audit: 'oem_link.replaced',
  async run({ actor, about }, { linkId, reason }) {
    const user = requireUser(actor);
    const at = now();
    const partnerId = await endLink({ linkId, by: user.id, at, reason });
    const made = partnerId && (await insertLink({ partnerId, createdBy: user.id, createdAt: at }));
    if (!partnerId || !made) return { ok: false, reason: 'already_ended' } as const;
    await tellLinkAnswer({ partnerId, answer: 'replaced' });
    about({ subjectId: made, partnerId, detail: { reason, replaced: linkId } });
    return { ok: true } as const;
  },
});
