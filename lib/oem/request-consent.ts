import { uuidv7 } from 'uuidv7';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { findSender } from '@/lib/consent/find-sender';
import { issuedDetail, issueRequest } from '@/lib/consent/issue-request';
import { sendRequestInput } from '@/lib/consent/send-request-input';
import { AppError } from '@/lib/errors';

/**
 * A manufacturer's request to one customer. Answers the personal link, the only time it is seen; whoever sent it passes it
 * on. Never asks for delegated rights (DESIGN §2). Outcomes: `daily_limit`, and `not_oem` for every other kind of partner.
 */
export const requestOemConsent = command({
  allow: 'requests:write',
  input: sendRequestInput.pick({ recipientName: true, recipientEmail: true, organization: true, expiresInDays: true }),
  audit: 'consent_request.sent',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    if (user.tenant.partnerType !== 'oem') return { ok: false, reason: 'not_oem' } as const;
    const { partner } = await findSender(user.tenant.id);
    const requestId = uuidv7();
    const fixed = { requestId, partner, kind: 'oem', provider: null, dap: false, delivery: 'copy' } as const;
    const request = { ...input, ...fixed };
    const issued = await issueRequest(user, request);
    if (!issued.ok && issued.reason === 'taken') throw new AppError('conflict');
    if (!issued.ok) return issued;
    about({ subjectId: requestId, partnerId: user.tenant.id, detail: issuedDetail(request) });
    return { ok: true, requestId, url: issued.copy?.url ?? '' } as const;
  },
});
