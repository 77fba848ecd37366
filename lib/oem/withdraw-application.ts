import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { oemLinkApplications } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { openStates } from './application-state';

/** An OEM takes its application back while nobody has answered it; `already_closed` once somebody has. */
export const withdrawApplication = command({
  allow: 'oem_link:ask',
  input: z.object({ applicationId: z.uuid() }),
  audit: 'oem_link.asking_withdrawn',
  async run({ actor, about }, { applicationId }) {
    const user = requireUser(actor);
    const own = and(eq(oemLinkApplications.id, applicationId), eq(oemLinkApplications.partnerId, user.tenant.id));
    const withdrawn = await db
      .update(oemLinkApplications)
      .set({ state: 'withdrawn', closedAt: now(), closedBy: user.id })
      .where(and(own, inArray(oemLinkApplications.state, [...openStates])))
      .returning({ id: oemLinkApplications.id });
    if (withdrawn.length === 0) {
      const [found] = await db.select({ id: oemLinkApplications.id }).from(oemLinkApplications).where(own);
      if (!found) throw new AppError('not_found');
      return { ok: false, reason: 'already_closed' } as const;
    }
    about({ subjectId: applicationId, partnerId: user.tenant.id });
    return { ok: true } as const;
  },
});
