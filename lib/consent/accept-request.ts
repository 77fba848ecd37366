import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { acceptRequestInput } from './accept-request-input';
import { claimDecision } from './claim-decision';
import { grantConsent } from './grant-consent';
import { invitationFor } from './invitation-for';
import { hashShown } from './shown';
import { tellAccepted } from './tell-decision';

/**
 * A global administrator's yes. Outcomes: `dead` with why, `own_organization`, `wrong_organization`, `permission_required`,
 * `cloud_account_required`, and `changed` when what was shown is no longer what would be granted. Nothing changes then.
 */
export const acceptRequest = command({
  allow: 'consent:decide',
  input: acceptRequestInput,
  audit: 'consent.granted',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const claim = await claimDecision(user, input, 'accept');
    if (!claim.ok) return claim;
    const { invitation, at } = claim;
    const { request, partner, requester } = invitation;
    const shown = await invitationFor(invitation, user);
    if (hashShown(shown) !== input.shown) return { ok: false, reason: 'changed' } as const;

    const dap = shown.dap && input.dap;
    const customer = user.tenant;
    const { id, receipt } = await grantConsent(user, { shown, requestId: request.id, dap: input.dap, at });
    await tellAccepted(
      {
        senderId: requester.id,
        partnerId: partner.id,
        kind: shown.kind,
        customer,
        person: user.name,
        at,
        dap: { asked: shown.dap, granted: dap },
      },
      { requestId: request.id, receipt },
    );
    about({
      subjectId: id,
      customerId: customer.id,
      partnerId: partner.id,
      providerId: request.providerId,
      detail: {
        requestId: request.id,
        kind: request.kind,
        dap,
        shown,
        shownHash: input.shown,
        receipt: receipt.id,
        receiptHash: receipt.hash,
      },
    });
    return { ok: true, requestId: request.id } as const;
  },
});
