import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { invitationInput } from './accept-request-input';
import { deadReason } from './judge';
import { heldInvitation } from './load-invitation';
import { renewalMail } from './renewal-mail';
import { whomToTell } from './whom-to-tell';

/**
 * Whoever holds a dead link, signed in or not, has the partner told that a new one is wanted: once per link, however often
 * the button is pressed. Outcomes: `unknown` for a link we never made, `still_good` (also of one
 * that only waits for a suspension to end), and `already_asked` with when.
 */
export const askForRenewal = command({
  allow: 'invitation:ask',
  input: invitationInput,
  audit: 'consent_request.renewal_asked',
  async run({ actor, about }, input) {
    const invitation = await heldInvitation(actor, input);
    const at = now();
    const why = invitation && deadReason(invitation.judged, at);
    if (!invitation || why === 'unknown') return { ok: false, reason: 'unknown' } as const;
    // A suspended one is good again by itself, and who sent it could send no other.
    if (!why || why === 'suspended') return { ok: false, reason: 'still_good' } as const;
    const { request, partner } = invitation;
    const asked = await db
      .update(consentRequests)
      .set({ renewalAskedAt: at })
      .where(and(eq(consentRequests.id, request.id), isNull(consentRequests.renewalAskedAt)))
      .returning({ id: consentRequests.id });
    if (asked.length === 0) {
      const [first] = await db
        .select({ at: consentRequests.renewalAskedAt })
        .from(consentRequests)
        .where(eq(consentRequests.id, request.id));
      return { ok: false, reason: 'already_asked', at: first?.at ?? at } as const;
    }
    const { recipientName: recipient, recipientOrganization: organization } = request;
    const path = paths.request(request.id);
    await notify({
      kind: 'renewal_asked',
      to: await whomToTell(request.createdBy, partner.id),
      params: { recipient, organization },
      path,
      mail: renewalMail({ recipient, organization, sentAt: request.createdAt, why, url: `${env.APP_ORIGIN}${path}` }),
    });
    about({ subjectId: request.id, partnerId: partner.id, customerId: request.customerId, detail: { why } });
    return { ok: true, at } as const;
  },
});
