import { and, eq, gt, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { invitationInput } from './accept-request-input';
import { judge } from './judge';
import { heldInvitation } from './load-invitation';
import { statesBefore } from './state';

/**
 * Notes that somebody of the recipient's organization has the request before them: their page says so by a POST, since a GET
 * may come from a mail scanner. `nothing_to_note` when it was noted before, is decided, or the reader is somebody else.
 */
export const openRequest = command({
  allow: 'invitation:open',
  input: invitationInput,
  audit: 'consent_request.opened',
  async run({ actor, about }, input) {
    const { requestId } = input;
    const user = requireUser(actor);
    const at = now();
    const invitation = await heldInvitation(user, input);
    const nothing = { ok: false, reason: 'nothing_to_note' } as const;
    if (!invitation) return nothing;
    const verdict = judge(invitation.judged, user, at);
    if (verdict === 'dead' || verdict === 'own_organization' || verdict === 'wrong_organization') return nothing;
    const opened = await db
      .update(consentRequests)
      .set({ state: 'opened', openedAt: at })
      .where(
        and(
          eq(consentRequests.id, requestId),
          inArray(consentRequests.state, statesBefore('open')),
          gt(consentRequests.expiresAt, at),
        ),
      )
      .returning({ id: consentRequests.id });
    if (opened.length === 0) return nothing;
    about({ subjectId: requestId, partnerId: invitation.partner.id, customerId: user.tenant.id });
    return { ok: true } as const;
  },
});
