import { and, eq, gt } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireUser, type UserActor } from '@/lib/auth/actor';
import { days, later } from '@/lib/clock';
import { command } from '@/lib/command';
import { declineStandingInput } from './answer-standing-input';
import { claimStanding } from './claim-standing';
import type { StandingInvitation } from './load-standing';
import { recordStandingAnswer } from './record-standing-answer';
import { tellDeclined } from './tell-decision';

/**
 * A global administrator's no on a standing link, which stays good for everybody, them included. Outcomes as in
 * `declineRequest`, and `already_declined` when the same page sent it before. An organization that says no again within a day
 * is recorded and not told again, so that nobody floods a partner.
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
    const repeated = await declinedWithin(days(1), invitation, user, at);
    const recorded = await recordStandingAnswer(invitation, user, { id: answerId, state: 'declined', at, reason });
    if (!recorded) return { ok: false, reason: 'already_declined', requestId: answerId } as const;
    const customer = user.tenant;
    const reasoned = reason !== '';
    if (!repeated) {
      await tellDeclined(
        {
          senderId: link.createdBy,
          partnerId: partner.id,
          kind,
          customer,
          person: user.name,
          at,
          dap: { asked: dap, granted: false },
          standing: true,
        },
        { requestId: answerId, reasoned },
      );
    }
    about({
      subjectId: answerId,
      customerId: customer.id,
      partnerId: partner.id,
      detail: { kind, dap, standingLink: link.id, reasonGiven: reasoned },
    });
    return { ok: true, requestId: answerId } as const;
  },
});

/** The link's row is held, so nobody of the organization says no between this look and what follows. */
async function declinedWithin(
  duration: number,
  { link }: StandingInvitation,
  { tenant }: UserActor,
  at: Date,
): Promise<boolean> {
  const earlier = await db
    .select({ id: consentRequests.id })
    .from(consentRequests)
    .where(
      and(
        // The index of a partner's requests by time; there is none by link.
        eq(consentRequests.partnerId, link.partnerId),
        eq(consentRequests.standingLinkId, link.id),
        eq(consentRequests.customerId, tenant.id),
        eq(consentRequests.state, 'declined'),
        gt(consentRequests.createdAt, later(at, -duration)),
      ),
    )
    .limit(1);
  return earlier.length > 0;
}
