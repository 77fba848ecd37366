import { z } from 'zod';
import { db } from '@/db';
import { oemLinkApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { answerableBy, whyNot } from './find-application';
import { linkReason } from './issue-link-input';
import { tellLinkAnswer } from './tell-link-answer';

/**
 * Does not issue a link, with a reason that the OEM reads; it can ask again. Outcomes `taken` with the colleague who holds the
 * application, and `closed`.
 */
export const refuseApplication = command({
  allow: 'oem_link:handle',
  input: linkReason.extend({ applicationId: z.uuid() }),
  audit: 'oem_link.refused',
  async run({ actor, about }, { applicationId, reason }) {
    const user = requireUser(actor);
    const [refused] = await db
      .update(oemLinkApplications)
      .set({ state: 'refused', answer: reason, closedAt: now(), closedBy: user.id })
      .where(answerableBy(user.id, applicationId))
      .returning();
    if (!refused) return whyNot(applicationId);
    const { partnerId, askedBy } = refused;
    await tellLinkAnswer({ partnerId, answer: 'refused', askedBy });
    about({ subjectId: applicationId, partnerId, detail: { reason } });
    return { ok: true } as const;
  },
});
