import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { oemLinkApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { answerableBy, whyNot } from './find-application';
import { insertLink } from './insert-link';
import { checksInput } from './issue-link-input';
import { linkCheckNames, linkChecks } from './link-checks';
import { tellLinkAnswer } from './tell-link-answer';

/**
 * Support gives an OEM its consent link, once every check is made. Outcomes `taken` with the colleague who holds the
 * application, `closed`, and `already_issued` where the OEM has a link.
 */
export const issueLink = command({
  allow: 'oem_link:handle',
  input: z.object({ applicationId: z.uuid(), checks: checksInput }),
  audit: 'oem_link.issued',
  async run({ actor, about }, { applicationId }) {
    const user = requireUser(actor);
    const at = now();
    const [issued] = await db
      .update(oemLinkApplications)
      .set({ state: 'issued', closedAt: at, closedBy: user.id })
      .where(answerableBy(user.id, applicationId))
      .returning();
    if (!issued) return whyNot(applicationId);
    const { partnerId, askedBy } = issued;
    const linkId = await insertLink({ partnerId, createdBy: user.id, createdAt: at });
    if (!linkId) return { ok: false, reason: 'already_issued' } as const;
    await db.update(oemLinkApplications).set({ linkId }).where(eq(oemLinkApplications.id, applicationId));
    await tellLinkAnswer({ partnerId, answer: 'issued', askedBy });
    const checks = linkCheckNames.map((check) => linkChecks[check]);
    about({ subjectId: linkId, partnerId, detail: { application: applicationId, checks } });
    return { ok: true } as const;
  },
});
