import { and, count, eq, gt, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';
import { requireTenant, requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';
import { type Part, seekInput, seekPage } from '@/lib/wire/seek';
import { findRequests, matching, requestsOf } from './find-requests';
import { findSender } from './find-sender';
import { requestSearch } from './request-search';
import { leftToday } from './sent-today';

/** `requestsOf` the actor's organization. */
export const listRequests = query({
  allow: 'requests:read',
  input: requestSearch,
  run: (actor, search) => requestsOf(requireTenant(actor).tenant.id, search),
});

/** A place in the list: beside the request that was sent then and has this id. */
const requestPlace = z.object({ at: z.date(), id: z.uuid() });

const beyond = ({ beside, backwards }: Part<z.output<typeof requestPlace>>) => {
  if (!beside) return undefined;
  const way = backwards ? gt : lt;
  const { createdAt, id } = consentRequests;
  return or(way(createdAt, beside.at), and(eq(createdAt, beside.at), way(id, beside.id)));
};

/** The same list for programs, sought from a place in it. */
export const seekRequests = query({
  allow: 'requests:read',
  input: requestSearch.omit({ page: true }).extend(seekInput(requestPlace).shape),
  async run(actor, { q, state, ...seek }) {
    const at = now();
    const { id: partnerId } = requireTenant(actor).tenant;
    const where = matching(partnerId, { q, state }, at);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consentRequests).where(where);
    const page = await seekPage(seek, (part) => {
      const { limit, skip: offset, backwards } = part;
      return findRequests(partnerId, and(where, beyond(part)), { limit, offset, backwards }, at);
    });
    return { ...page, total };
  },
});

/** What the form has to know before it can show the mail it will send. */
export const getSender = query({
  allow: 'requests:write',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor).tenant;
    return { ...(await findSender(id)), today: await leftToday(id, now()) };
  },
});
