import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, standingLinks, users } from '@/db/schema';
import { requireTenant, requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { findSender } from './find-sender';
import { type DeadLink, unknownLink, viewOf } from './invitation-view';
import { loadStanding, type StandingInvitation } from './load-standing';

/** The parts of an address as a page has them: whatever they are, they lead somewhere or nowhere. */
const address = z.record(z.string(), z.unknown()).catch({});

const describeDead = ({ partner, kind }: StandingInvitation, why: DeadLink['why']): DeadLink => ({
  ...unknownLink,
  why,
  standing: true,
  oem: kind === 'oem',
  partnerName: partner.name,
});

/** Where a standing link leads, for whoever has its address. */
export const findStanding = query({
  allow: 'invitation:find',
  input: z.object({ address }),
  async run(_actor, input) {
    const invitation = await loadStanding(input.address);
    if (!invitation) return unknownLink;
    if (invitation.dead) return describeDead(invitation, invitation.dead);
    const about = { partnerName: invitation.partner.name, oem: invitation.kind === 'oem' };
    return { kind: 'good', ...about, organization: null, expiresAt: null } as const;
  },
});

/** The consent page of a standing link for the person signed in: what to show, or why they cannot decide. */
export const getStanding = query({
  allow: 'invitation:read',
  input: z.object({ address }),
  async run(actor, input) {
    const user = requireUser(actor);
    const invitation = await loadStanding(input.address);
    if (!invitation) return unknownLink;
    if (invitation.dead) return describeDead(invitation, invitation.dead);
    return { ...(await viewOf(invitation, user, { organization: null, expiresAt: null })), isNew: false };
  },
});

/** How often each of a partner's links was answered, and how. */
async function answersBy(partnerId: string, linkIds: string[]) {
  const rows = await db
    .select({ linkId: consentRequests.standingLinkId, state: consentRequests.state, times: count() })
    .from(consentRequests)
    .where(and(eq(consentRequests.partnerId, partnerId), inArray(consentRequests.standingLinkId, linkIds)))
    .groupBy(consentRequests.standingLinkId, consentRequests.state);
  return (linkId: string, state: 'accepted' | 'declined') =>
    rows.find((row) => row.linkId === linkId && row.state === state)?.times ?? 0;
}

/**
 * The standing links that the actor's organization can hand out: one, or for an indirect reseller one per provider it works
 * under now. `link` is null where none was made yet.
 */
export const listStandingLinks = query({
  allow: 'standing_links:read',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireTenant(actor);
    const { kind, providers } = await findSender(tenant.id);
    if (!kind) return { kind, places: [] };
    const links = await db
      .select({
        id: standingLinks.id,
        code: standingLinks.code,
        providerId: standingLinks.providerId,
        madeAt: standingLinks.createdAt,
        madeBy: users.name,
      })
      .from(standingLinks)
      .innerJoin(users, eq(users.id, standingLinks.createdBy))
      .where(and(eq(standingLinks.partnerId, tenant.id), eq(standingLinks.kind, kind), isNull(standingLinks.endedAt)))
      .orderBy(asc(standingLinks.createdAt), asc(standingLinks.id));
    const answers = await answersBy(
      tenant.id,
      links.map(({ id }) => id),
    );
    const places = (kind === 'reseller' ? [null] : providers).map((provider) => {
      const link = links.find(({ providerId }) => providerId === (provider?.id ?? null));
      const answered = link && { accepted: answers(link.id, 'accepted'), declined: answers(link.id, 'declined') };
      return { provider, link: link && answered ? { ...link, ...answered } : null };
    });
    return { kind, places };
  },
});

export type StandingPlace = Awaited<ReturnType<typeof listStandingLinks>>['places'][number];
