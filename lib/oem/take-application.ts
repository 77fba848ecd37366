import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { oemLinkApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { whyNot } from './find-application';

/** Takes up an application that waits; of two who do it at once the first has it. Outcomes `taken` with by whom, and `closed`. */
export const takeApplication = command({
  allow: 'oem_link:handle',
  input: z.object({ applicationId: z.uuid() }),
  audit: 'oem_link.taken',
  async run({ actor, about }, { applicationId }) {
    const user = requireUser(actor);
    const [taken] = await db
      .update(oemLinkApplications)
      .set({ state: 'in_review', assigneeId: user.id, reviewedAt: now() })
      .where(and(eq(oemLinkApplications.id, applicationId), eq(oemLinkApplications.state, 'asked')))
      .returning({ partnerId: oemLinkApplications.partnerId });
    if (!taken) return whyNot(applicationId);
    about({ subjectId: applicationId, partnerId: taken.partnerId });
    return { ok: true } as const;
  },
});
