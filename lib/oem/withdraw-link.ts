import { z } from 'zod';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endLink } from './end-link';
import { linkReason } from './issue-link-input';
import { tellLinkAnswer } from './tell-link-answer';

/**
 * Support takes an OEM's consent link away; consents stay, and the OEM can ask for another link. Outcome `already_ended`.
 */
export const withdrawLink = command({
  allow: 'oem_link:handle',
  input: linkReason.extend({ linkId: z.uuid() }),
  audit: 'oem_link.withdrawn',
  async run({ actor, about }, { linkId, reason }) {
    const user = requireUser(actor);
    const partnerId = await endLink({ linkId, by: user.id, at: now(), reason });
    if (!partnerId) return { ok: false, reason: 'already_ended' } as const;
    await tellLinkAnswer({ partnerId, answer: 'withdrawn' });
    about({ subjectId: linkId, partnerId, detail: { reason } });
    return { ok: true } as const;
  },
});
