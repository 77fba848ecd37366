import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, consentRequests, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { toClient } from '@/lib/auth/load-client';
import { toActor } from '@/lib/auth/load-session';
import { command } from '@/lib/command';
import { usualExpiry } from '@/lib/consent/expiry-choices';
import { handlingText } from '@/lib/consent/plain-text';
import { replaceRequest } from '@/lib/consent/replace-request';
import { AppError } from '@/lib/errors';
import { tellHandled } from './tell-handled';

/**
 * Support sends any partner's request again, in its sender's name, by our mail and to the same recipient, with a reason that
 * the partner reads in its log. The new link goes into that mail and nowhere else. It counts as one of the partner's for the
 * day. Outcomes as `resendRequest` has them, and `suspended` while the
 * partner is.
 */
export const resendSentRequest = command({
  allow: 'requests:support',
  input: z.object({ requestId: z.uuid(), newId: z.uuid(), reason: handlingText }),
  audit: 'consent_request.support_resent',
  async run({ actor, about }, { requestId, newId, reason }) {
    const [found] = await db
      .select({ request: consentRequests, person: users, client: apiClients, partner: tenants })
      .from(consentRequests)
      .leftJoin(users, eq(users.id, consentRequests.createdBy))
      .leftJoin(apiClients, eq(apiClients.id, consentRequests.clientId))
      .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
      .where(eq(consentRequests.id, requestId));
    if (!found) throw new AppError('not_found');
    const { person, client, partner } = found;
    if (partner.suspendedAt) return { ok: false, reason: 'suspended' } as const;
    const sender = person ? toActor(person, partner, '') : client && toClient(client, partner);
    if (!sender) throw new Error('a request that nobody sent');
    const replaced = await replaceRequest(sender, {
      requestId,
      newId,
      delivery: 'mail',
      expiresInDays: usualExpiry,
      resentBy: requireUser(actor).id,
    });
    if (!replaced.ok) return replaced;
    const { partnerId, recipientOrganization: organization } = found.request;
    await tellHandled('resent', { ...found.request, id: newId });
    about({ subjectId: newId, partnerId, detail: { ...replaced.detail, organization, reason } });
    return { ok: true, requestId: newId } as const;
  },
});
