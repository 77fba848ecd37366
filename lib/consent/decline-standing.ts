import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { env } from '@/lib/env';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { declineStandingInput } from './answer-standing-input';
import { claimStanding } from './claim-standing';
import { decisionMail } from './decision-mail';
import { recordStandingAnswer } from './record-standing-answer';
import { whomToTell } from './whom-to-tell';

/**
 * A global administrator's no on a standing link, which stays good for everybody, them included. Outcomes as in
 * `declineRequest`, and `already_declined` when the same page sent it before.
 */
export const declineStanding = command({
  allow: 'consent:decide',
  input: declineStandingInput,
  audit: 'consent_request.declined',
  async run({ actor, about }, { address, answerId, reason }) {
    const user = requireUser(actor);
    const claim = await claimStanding(user, address);
    if (!claim.ok) return claim;
    const { invitation, at } = claim;
    const { link, partner, kind, dap } = invitation;
    const recorded = await recordStandingAnswer(invitation, user, { id: answerId, state: 'declined', at, reason });
    if (!recorded) return { ok: false, reason: 'already_declined', requestId: answerId } as const;
    const customer = user.tenant;
    const reasoned = reason !== '';
    await notify({
      kind: 'request_declined',
      to: await whomToTell(link.createdBy, partner.id),
      params: { customer: customer.name, reason: reasoned ? 'given' : 'none' },
      path: paths.request(answerId),
      mail: decisionMail({
        decision: 'declined',
        standing: true,
        reasoned,
        customer,
        person: user.name,
        at,
        dap: { asked: dap, granted: false },
        url: `${env.APP_ORIGIN}${paths.request(answerId)}`,
      }),
    });
    about({
      subjectId: answerId,
      customerId: customer.id,
      partnerId: partner.id,
      detail: { kind, dap, standingLink: link.id, reasonGiven: reasoned },
    });
    return { ok: true, requestId: answerId } as const;
  },
});
