import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { madeBy, requireUser } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { draftInput } from './draft-input';
import { findSender } from './find-sender';
import { recipientKeys, recipientSearch } from './recipient-search';
import { statesBefore } from './state';

/**
 * Keeps a request that is not finished, or what a draft became since. Nothing is mailed and there is no link. Outcomes:
 * `cannot_send`, and `already_closed` when it was sent or discarded meanwhile.
 */
export const saveDraft = command({
  allow: 'requests:write',
  input: draftInput,
  audit: 'consent_request.draft_saved',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const { kind, providers } = await findSender(user.tenant.id);
    if (!kind) return { ok: false, reason: 'cannot_send' } as const;
    const provider = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === input.providerId);
    const { requestId, recipientName, recipientEmail, organization, dap } = input;
    const at = now();
    const values = {
      kind,
      providerId: provider?.id ?? null,
      dap,
      state: 'draft' as const,
      recipientName,
      recipientEmail,
      recipientOrganization: organization,
      recipientSearch: recipientSearch(recipientName, recipientEmail, organization),
      ...recipientKeys(recipientEmail, organization),
      delivery: 'mail' as const,
      ...madeBy(user),
      createdAt: at,
      /** Of no effect while it is a draft: keeps what was chosen. */
      expiresAt: later(at, days(input.expiresInDays)),
    };
    const saved = await db
      .insert(consentRequests)
      .values({ ...values, id: requestId, partnerId: user.tenant.id })
      .onConflictDoUpdate({
        target: consentRequests.id,
        set: values,
        setWhere: and(
          eq(consentRequests.partnerId, user.tenant.id),
          inArray(consentRequests.state, statesBefore('save')),
        ),
      })
      .returning({ id: consentRequests.id });
    if (saved.length === 0) {
      const [found] = await db
        .select({ id: consentRequests.id })
        .from(consentRequests)
        .where(and(eq(consentRequests.id, requestId), eq(consentRequests.partnerId, user.tenant.id)));
      if (!found) throw new AppError('conflict');
      return { ok: false, reason: 'already_closed' } as const;
    }
    about({ subjectId: requestId, partnerId: user.tenant.id, detail: { recipient: recipientEmail } });
    return { ok: true, requestId } as const;
  },
});
