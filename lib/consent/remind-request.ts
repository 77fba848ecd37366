import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consentRequests, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { takeJob } from '@/lib/jobs/claim';
import { queueMail } from '@/lib/mail/queue-mail';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { formatDay } from './format-day';
import { hashInvitationToken } from './invitation-token';
import { reminderMail } from './reminder-mail';
import { openToken } from './sealed-token';
import { effectiveState } from './state';
import { whomToTell } from './whom-to-tell';
import { withdrawnColumn } from './withdrawn';

const providers = alias(tenants, 'providers');

/**
 * Reminds the recipient of a request that is still open, and tells its sender on the eve of its end. The sender is also told
 * when we cannot remind: they copied the mail, or the token can no longer be opened. The job that asks for it is used up in
 * the same transaction, so that nobody is reminded twice. Outcomes: `closed`, `already_done`, and
 * `suspended` while nobody could answer it: that reminder is left out.
 */
export const remindRequest = command({
  allow: 'requests:remind',
  input: z.object({
    jobId: z.uuid(),
    requestId: z.uuid(),
    reminder: z.enum(['halfway', 'eve']),
    /** Sealed; empty where the sender copied the mail. */
    token: z.string(),
  }),
  audit: 'consent_request.reminded',
  async run({ about }, { jobId, requestId, reminder, token: sealed }) {
    if (!(await takeJob(jobId))) return { ok: false, reason: 'already_done' } as const;
    const [found] = await db
      .select({ request: consentRequests, partner: tenants, provider: providers, withdrawn: withdrawnColumn() })
      .from(consentRequests)
      .innerJoin(tenants, eq(tenants.id, consentRequests.partnerId))
      .leftJoin(providers, eq(providers.id, consentRequests.providerId))
      .where(eq(consentRequests.id, requestId));
    const state = found && effectiveState({ ...found.request, withdrawn: found.withdrawn }, now());
    if (!found || (state !== 'sent' && state !== 'opened')) return { ok: false, reason: 'closed' } as const;

    const { request, partner, provider } = found;
    if (partner.suspendedAt || provider?.suspendedAt) return { ok: false, reason: 'suspended' } as const;
    const { recipientName, recipientEmail, recipientOrganization: organization, createdAt, expiresAt } = request;
    const token = sealed ? openToken(sealed, requestId) : null;
    const mailed = token !== null && hashInvitationToken(token) === request.tokenHash;
    if (mailed) {
      const url = `${env.APP_ORIGIN}${paths.invitation(token)}`;
      const facts = { partner, kind: request.kind, recipientName, organization, sentAt: createdAt, expiresAt, url };
      await queueMail(recipientEmail, reminderMail(facts));
    }
    if (!mailed || reminder === 'eve') {
      await notify({
        kind: 'request_expiring',
        to: await whomToTell(request.createdBy, partner.id),
        params: {
          recipient: recipientName,
          organization,
          expires: formatDay(expiresAt),
          reminded: mailed ? 'yes' : 'no',
        },
        path: paths.request(requestId),
      });
    }
    about({ subjectId: requestId, partnerId: partner.id, detail: { recipient: recipientEmail, mailed } });
    return { ok: true } as const;
  },
});
