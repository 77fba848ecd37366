import { and, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { consentRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { closeRequest } from '@/lib/consent/close-request';
import { handlingText } from '@/lib/consent/plain-text';
import { tellHandled } from './tell-handled';

/**
 * Support cancels any partner's request that nobody has answered, with a reason that the partner reads in its log. Outcome
 * `already_closed`. A draft was never sent and is its partner's own: `not_found`.
 */
export const cancelSentRequest = command({
  allow: 'requests:support',
  input: z.object({ requestId: z.uuid(), reason: handlingText }),
  audit: 'consent_request.support_canceled',
  async run({ actor, about }, { requestId, reason }) {
    const sent = and(eq(consentRequests.id, requestId), ne(consentRequests.state, 'draft'));
    const closed = await closeRequest(sent, requireUser(actor));
    if (!closed.ok) return closed;
    const { partnerId, recipientEmail: recipient, recipientOrganization: organization } = closed.canceled;
    await tellHandled('canceled', closed.canceled);
    about({ subjectId: requestId, partnerId, detail: { recipient, organization, reason } });
    return { ok: true } as const;
  },
});
