import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { replaceRequest } from './replace-request';
import { resendRequestInput } from './resend-request-input';

/**
 * Sends a request again: a new request with a new link and a new clock takes the place of the old one, whose link is dead
 * from then on. The recipient and what is asked for stay. Outcomes: `already_sent` for the same click twice, `replaced` when
 * somebody else sent it again, `closed` when it was answered or withdrawn, `provider_left`, and `daily_limit`. Another
 * organization's request is `not_found`.
 */
export const resendRequest = command({
  allow: 'requests:send',
  input: resendRequestInput,
  audit: 'consent_request.resent',
  async run({ actor, about }, input) {
    const sender = requireTenant(actor);
    const replaced = await replaceRequest(sender, input);
    if (!replaced.ok) return replaced;
    const { detail, ...issued } = replaced;
    about({ subjectId: input.newId, partnerId: sender.tenant.id, detail });
    return issued;
  },
});
