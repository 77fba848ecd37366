import { and, count, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, oemLinkApplications, standingLinks, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { findSender } from '@/lib/consent/find-sender';
import { leftToday } from '@/lib/consent/sent-today';
import { query } from '@/lib/query';
import { consentLinkOf } from './consent-link';

/** The last link that support ended, and why; what an OEM reads of it. */
export async function latestEnding(partnerId: string) {
  const [ended] = await db
    .select({ at: standingLinks.endedAt, reason: standingLinks.endedReason })
    .from(standingLinks)
    .where(
      and(eq(standingLinks.partnerId, partnerId), eq(standingLinks.kind, 'oem'), isNotNull(standingLinks.endedReason)),
    )
    .orderBy(desc(standingLinks.endedAt), desc(standingLinks.id))
    .limit(1);
  return ended?.at && ended.reason ? { at: ended.at, reason: ended.reason } : null;
}

/** The newest application, with who asked. */
async function latestApplication(partnerId: string) {
  const [application] = await db
    .select({
      id: oemLinkApplications.id,
      state: oemLinkApplications.state,
      askedAt: oemLinkApplications.createdAt,
      askedBy: users.name,
      answer: oemLinkApplications.answer,
      closedAt: oemLinkApplications.closedAt,
    })
    .from(oemLinkApplications)
    .innerJoin(users, eq(users.id, oemLinkApplications.askedBy))
    .where(eq(oemLinkApplications.partnerId, partnerId))
    .orderBy(desc(oemLinkApplications.createdAt), desc(oemLinkApplications.id))
    .limit(1);
  return application ?? null;
}

/** How often a link was answered, and how. */
async function answersTo(partnerId: string, linkId: string) {
  const rows = await db
    .select({ state: consentRequests.state, times: count() })
    .from(consentRequests)
    .where(and(eq(consentRequests.partnerId, partnerId), eq(consentRequests.standingLinkId, linkId)))
    .groupBy(consentRequests.state);
  const times = (state: 'accepted' | 'declined') => rows.find((row) => row.state === state)?.times ?? 0;
  return { accepted: times('accepted'), declined: times('declined') };
}

/**
 * How an OEM stands with its consent link: the link and how it was answered, why support ended the last one, the newest
 * application. Each is null where there is none.
 */
export const getConsentLink = query({
  allow: 'oem_link:read',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor).tenant;
    const link = await consentLinkOf(id);
    return {
      link: link && { url: link.url, issuedAt: link.issuedAt, ...(await answersTo(id, link.id)) },
      ended: await latestEnding(id),
      application: await latestApplication(id),
    };
  },
});

export type ConsentLink = Awaited<ReturnType<typeof getConsentLink>>;

/** What the form has to know before it can show the mail it will send. */
export const getLinkSender = query({
  allow: 'oem_link:mail',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor).tenant;
    const { partner } = await findSender(id);
    return { partner, hasLink: (await consentLinkOf(id)) !== null, today: await leftToday(id, now()) };
  },
});
