import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireTenant, type TenantActor } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { findSender } from './find-sender';
import { issuedDetail, issueRequest } from './issue-request';
import { sendRequestInput } from './send-request-input';

type Sent = z.output<typeof sendRequestInput>;

/**
 * Sends a consent request; with the id of a draft of the own organization, that draft. With delivery `copy` the answer holds
 * the mail and its link, the only time they are seen; with `mail` the sender never learns the link. Outcomes: `cannot_send`
 * (a provider or manufacturer), `no_provider`, `provider_required`, `own_organization`, `daily_limit`, `already_sent` when
 * the same form was submitted before, and `discarded` when the draft was thrown away meanwhile.
 */
export const sendRequest = command({
  allow: 'requests:send',
  input: sendRequestInput,
  audit: 'consent_request.sent',
  async run({ actor, about }, input) {
    const sender = requireTenant(actor);
    const { partner, kind, providers } = await findSender(sender.tenant.id);
    if (!kind) return { ok: false, reason: 'cannot_send' } as const;
    if (input.recipientEmail.endsWith(`@${partner.domain}`)) return { ok: false, reason: 'own_organization' } as const;
    const provider = providers.length === 1 ? providers[0] : providers.find(({ id }) => id === input.providerId);
    if (kind === 'indirect_reseller' && !provider)
      return { ok: false, reason: providers.length === 0 ? 'no_provider' : 'provider_required' } as const;

    const request = { ...input, partner, kind, provider: provider ?? null };
    const issued = await issueRequest(sender, request);
    if (!issued.ok) return issued.reason === 'taken' ? alreadySent(sender, input) : issued;
    about({ subjectId: input.requestId, partnerId: sender.tenant.id, detail: issuedDetail(request) });
    return issued;
  },
});

/** The same form again is one request; the same id around something else is a mistake, whoever's the first was. */
async function alreadySent({ tenant }: TenantActor, input: Sent) {
  const [first] = await db.select().from(consentRequests).where(eq(consentRequests.id, input.requestId));
  if (first?.partnerId === tenant.id && first.state === 'canceled' && !first.tokenHash)
    return { ok: false, reason: 'discarded' } as const;
  const same =
    first?.partnerId === tenant.id &&
    first.recipientEmail === input.recipientEmail &&
    first.recipientName === input.recipientName &&
    first.recipientOrganization === input.organization &&
    first.dap === input.dap &&
    first.delivery === input.delivery;
  if (!same) throw new AppError('conflict');
  return { ok: false, reason: 'already_sent', requestId: input.requestId } as const;
}
