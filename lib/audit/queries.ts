import { and, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { auditEvents, tenants } from '@/db/schema';
import { type Organization, requireTenant } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { activityListInput, activitySearch } from './activity-search';
import { withoutAddresses } from './detail-words';
import { actorLabel, nilId, organizationsOf } from './entries';
import { countEntries, countedAtMost, earlierThan, entrySeqs, findEntries } from './find-entries';

export const activityPerPage = 50;
const activityPerPiece = 1000;

/** Whose log somebody reads: their organisation's own, or as the operator's staff everything. */
const viewerOf = (tenant: Organization): string => (tenant.kind === 'operator' ? nilId : tenant.id);

/** The events with these numbers, in their order, as the viewer's organisation may see them. */
export async function eventsWith(seqs: number[], viewer: Organization) {
  if (seqs.length === 0) return [];
  const found = await db.select().from(auditEvents).where(inArray(auditEvents.seq, seqs));
  const ids = [...new Set(found.flatMap(organizationsOf))];
  const named =
    ids.length === 0
      ? []
      : await db.select({ id: tenants.id, name: tenants.name }).from(tenants).where(inArray(tenants.id, ids));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const events = new Map(found.map((event) => [event.seq, event]));
  return seqs.flatMap((seq) => {
    const event = events.get(seq);
    if (!event) return [];
    const mine = viewer.kind === 'operator' || event.tenantId === viewer.id || organizationsOf(event).length === 1;
    return {
      id: event.id,
      seq,
      at: event.at,
      action: event.action,
      person: actorLabel(event),
      /** Done by the portal itself, in a job. */
      automatic: event.actorType === 'system',
      organization: nameOf(event.tenantId),
      customerId: event.customerId,
      customer: nameOf(event.customerId),
      partner: nameOf(event.partnerId),
      provider: nameOf(event.providerId),
      subjectId: event.subjectId,
      detail: mine ? event.detail : withoutAddresses(event.detail),
      hash: event.hash,
    };
  });
}

/** One event as an activity log shows it; organisations and people by their names. */
export type Activity = Awaited<ReturnType<typeof eventsWith>>[number];

/**
 * One page of what happened that concerns the actor's organisation, latest first, and how much there is in all; with `more`,
 * the search finds more than `total`, which is as far as pages go. `tooMany` names the field whose name fits so many that
 * searching by it would tell nothing.
 */
export const listActivity = query({
  allow: 'activity:read',
  input: activityListInput,
  async run(actor, { page: asked, ...search }) {
    const { tenant } = requireTenant(actor);
    const found = await findEntries(viewerOf(tenant), search);
    if ('tooMany' in found) return { rows: [], total: 0, more: false, page: 1, tooMany: found.tooMany };
    const counted = await countEntries(found);
    const total = Math.min(counted, countedAtMost);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / activityPerPage)));
    const seqs = await entrySeqs(found, activityPerPage, (page - 1) * activityPerPage);
    return { rows: await eventsWith(seqs, tenant), total, more: counted > total, page, tooMany: null };
  },
});

/**
 * The next thousand of all that a search finds, after the event given last; for exports. Each piece is asked for with the
 * rights of that moment.
 */
export const exportActivity = query({
  allow: 'activity:read',
  input: activitySearch.extend({ after: z.object({ at: z.date(), seq: z.int() }).optional() }),
  async run(actor, { after, ...search }) {
    const { tenant } = requireTenant(actor);
    const found = await findEntries(viewerOf(tenant), search);
    if ('tooMany' in found) return [];
    const where = after ? and(found.where, earlierThan(after)) : found.where;
    return eventsWith(await entrySeqs({ ...found, where }, activityPerPiece), tenant);
  },
});
