import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { consentRequests } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { closeRequest } from './close-request';

/**
 * Takes back a request that nobody has answered: its link is dead at once. A draft is thrown away the same way. Outcome
 * `already_closed` when it was answered, ran out or was closed before; another organization's request is `not_found`.
 */
export const cancelRequest = command({
  allow: 'requests:send',
  input: z.object({ requestId: z.uuid() }),
  audit: 'consent_request.canceled',
  async run({ actor, about }, { requestId }) {
    const maker = requireTenant(actor);
    const partnerId = maker.tenant.id;
    const own = and(eq(consentRequests.id, requestId), eq(consentRequests.partnerId, partnerId));
    const closed = await closeRequest(own, maker);
    if (!closed.ok) return closed;
    const { recipientEmail: recipient, tokenHash } = closed.canceled;
    about({ subjectId: requestId, partnerId, detail: { recipient, draft: tokenHash === null } });
    return { ok: true } as const;
  },
});
