import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { declineRequestInput } from './accept-request-input';
import { claimDecision } from './claim-decision';
import { tellDeclined } from './tell-decision';

/**
 * A global administrator's no, with or without a reason, which the partner reads in the portal. Outcomes as in
 * `acceptRequest`, without `changed`: a no grants nothing that could have changed.
 */
export const declineRequest = command({
  allow: 'consent:decide',
  input: declineRequestInput,
  audit: 'consent_request.declined',
  async run({ actor, about }, input) {
    const user = requireUser(actor);
    const claim = await claimDecision(user, input, 'decline', input.reason);
    if (!claim.ok) return claim;
    const { request, partner, requester } = claim.invitation;
    const reasoned = input.reason !== '';
    await tellDeclined(
      {
        senderId: requester.id,
        partnerId: partner.id,
        kind: request.kind,
        customer: user.tenant,
        person: user.name,
        at: claim.at,
        dap: { asked: request.dap, granted: false },
      },
      { requestId: request.id, reasoned },
    );
    about({
      subjectId: request.id,
      customerId: user.tenant.id,
      partnerId: partner.id,
      detail: { kind: request.kind, dap: request.dap, reasonGiven: reasoned },
    });
    return { ok: true, requestId: request.id } as const;
  },
});
