import { uuidv7 } from 'uuidv7';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { acceptStandingInput } from './answer-standing-input';
import { claimStanding } from './claim-standing';
import { grantConsent } from './grant-consent';
import { invitationFor, isHeld } from './invitation-for';
import { recordStandingAnswer } from './record-standing-answer';
import { hashShown } from './shown';
import { tellAccepted } from './tell-decision';

/**
 * A global administrator's yes on a standing link. Outcomes as in `acceptRequest`, and `already_granted` when the partner
 * holds all of it: of any number of colleagues at once, one grants and the others are told so.
 */
export const acceptStanding = command({
  allow: 'consent:decide',
  input: acceptStandingInput,
  audit: 'consent.granted',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const claim = await claimStanding(user, input.address);
    if (!claim.ok) return claim;
    const { invitation, at } = claim;
    const { link, partner, provider, kind } = invitation;
    const nothingToAdd = { ok: false, reason: 'already_granted' } as const;
    const dap = invitation.dap && input.dap;
    if (await isHeld(invitation, user, dap)) return nothingToAdd;
    const shown = await invitationFor(invitation, user);
    if (hashShown(shown) !== input.shown) return { ok: false, reason: 'changed' } as const;

    const requestId = uuidv7();
    await recordStandingAnswer(invitation, user, { id: requestId, state: 'accepted', at });
    const { id, receipt, added } = await grantConsent(user, { shown, requestId, dap, at });
    // A colleague granted the same by a personal link, in this very moment.
    if (!added) return nothingToAdd;
    const customer = user.tenant;
    await tellAccepted(
      {
        senderId: link.createdBy,
        partnerId: partner.id,
        kind,
        customer,
        person: user.name,
        at,
        dap: { asked: shown.dap, granted: dap },
        standing: true,
      },
      { requestId, receipt },
    );
    about({
      subjectId: id,
      customerId: customer.id,
      partnerId: partner.id,
      providerId: provider?.id ?? null,
      detail: {
        requestId,
        standingLink: link.id,
        kind,
        dap,
        shown,
        shownHash: input.shown,
        receipt: receipt.id,
        receiptHash: receipt.hash,
      },
    });
    return { ok: true, requestId } as const;
  },
});
