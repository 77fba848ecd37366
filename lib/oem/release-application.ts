import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { oemLinkApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { whyNot } from './find-application';

/**
 * Puts an application back for others: who holds it, or a support administrator for somebody who is away. Outcomes `taken`
 * with who holds it, `not_taken` and `closed`.
 */
export const releaseApplication = command({
  allow: 'oem_link:handle',
  input: z.object({ applicationId: z.uuid() }),
  audit: 'oem_link.released',
  async run({ actor, about }, { applicationId }) {
    const user = requireUser(actor);
    const held = user.roles.includes('support_admin') ? undefined : eq(oemLinkApplications.assigneeId, user.id);
    const [released] = await db
      .update(oemLinkApplications)
      .set({ state: 'asked', assigneeId: null, reviewedAt: null })
      .where(and(eq(oemLinkApplications.id, applicationId), eq(oemLinkApplications.state, 'in_review'), held))
      .returning({ partnerId: oemLinkApplications.partnerId });
    if (!released) return whyNot(applicationId);
    about({ subjectId: applicationId, partnerId: released.partnerId });
    return { ok: true } as const;
  },
});
