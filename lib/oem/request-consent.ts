import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { sendRequestInput } from '@/lib/consent/send-request-input';
import { env } from '@/lib/env';
import { enqueue } from '@/lib/jobs/enqueue';
import { paths } from '@/lib/paths';

/**
 * A manufacturer's request to one customer. Answers the personal link, the only time it is seen; whoever sent it passes it
 * on. Never asks for delegated rights (DESIGN §2). Outcome `not_oem` for every other kind of partner.
 */
export const requestOemConsent = command({
  allow: 'requests:send',
  input: sendRequestInput.pick({ recipientName: true, recipientEmail: true, organization: true, expiresInDays: true }),
  audit: 'consent_request.sent',
  async run({ actor, about }, { recipientName, recipientEmail, organization, expiresInDays }) {
    const user = requireUser(actor);
    if (user.tenant.partnerType !== 'oem') return { ok: false, reason: 'not_oem' } as const;
    const requestId = uuidv7();
    const token = newInvitationToken();
    const at = now();
    const expiresAt = later(at, days(expiresInDays));
    await db.insert(consentRequests).values({
      id: requestId,
      partnerId: user.tenant.id,
      kind: 'oem',
      dap: false,
      state: 'sent',
      recipientName,
      recipientEmail,
      recipientOrganization: organization,
      recipientSearch: [recipientName, recipientEmail, organization].join('\n').toLowerCase(),
      delivery: 'copy',
      tokenHash: hashInvitationToken(token),
      createdBy: user.id,
      createdAt: at,
      expiresAt,
    });
    await enqueue('consent_request.expire', { requestId }, expiresAt);
    const detail = { kind: 'oem', dap: false, provider: null, delivery: 'copy', recipient: recipientEmail };
    about({ subjectId: requestId, partnerId: user.tenant.id, detail });
    return { ok: true, requestId, url: `${env.APP_ORIGIN}${paths.invitation(token)}` } as const;
  },
});
