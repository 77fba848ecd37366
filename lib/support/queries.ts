import { count, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consentRequests, consents, tenants } from '@/db/schema';
import { query } from '@/lib/query';

/** Rows counted by one of their columns, as a record; what there is none of is absent. */
const tally = <Key extends string>(rows: { key: Key; count: number }[]): Partial<Record<Key, number>> =>
  Object.fromEntries(rows.map((row) => [row.key, row.count])) as Partial<Record<Key, number>>;

/**
 * What the portal holds, in numbers, of all organisations: for the operator's staff only. Counts are rows: organisations by
 * kind, requests by state, active consents by kind.
 */
export const supportOverview = query({
  allow: 'support:read',
  input: z.object({}),
  async run() {
    const [organizations, requests, active] = await Promise.all([
      db.select({ key: tenants.kind, count: count() }).from(tenants).groupBy(tenants.kind),
      db.select({ key: consentRequests.state, count: count() }).from(consentRequests).groupBy(consentRequests.state),
      db
        .select({ key: consents.kind, count: count() })
        .from(consents)
        .where(isNull(consents.revokedAt))
        .groupBy(consents.kind),
    ]);
    return { organizations: tally(organizations), requests: tally(requests), consents: tally(active) };
  },
});
