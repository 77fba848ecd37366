import { and, eq, inArray, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { statesBefore } from './state';
import { whomToTell } from './whom-to-tell';

/** Closes a request that ran out unanswered. It already reads `expired` to everybody; this makes it history. */
export const expireRequest = command({
  allow: 'requests:expire',
  input: z.object({ requestId: z.uuid() }),
  audit: 'consent_request.expired',
  async run({ about }, { requestId }) {
    const open = and(eq(consentRequests.id, requestId), inArray(consentRequests.state, statesBefore('expire')));
    const [expired] = await db
      .update(consentRequests)
      .set({ state: 'expired' })
      .where(and(open, lte(consentRequests.expiresAt, now())))
      .returning();
    if (expired) {
      await notify({
        kind: 'request_expired',
        to: await whomToTell(expired.createdBy, expired.partnerId),
        params: { recipient: expired.recipientName, organization: expired.recipientOrganization },
        path: paths.request(requestId),
      });
      about({ subjectId: requestId, partnerId: expired.partnerId });
      return { ok: true } as const;
    }
    const stillOpen = await db.select({ id: consentRequests.id }).from(consentRequests).where(open);
    return { ok: false, reason: stillOpen.length > 0 ? 'not_due' : 'already_closed' } as const;
  },
});
