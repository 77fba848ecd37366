import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { later, minutes, now } from '@/lib/clock';
import { consentsInReach, type ReachingPartner } from '@/lib/partners/reach';

/**
 * Notes on the consent by which a partner acts for a customer that it was used, in the transaction of what it did: its own, or
 * for a provider that of the reseller. At most once an hour, so that an import does not write it with every chunk.
 */
export async function noteUse(partner: ReachingPartner, customerId: string): Promise<void> {
  const at = now();
  await db
    .update(consents)
    .set({ lastUsedAt: at, unusedToldAt: null })
    .where(
      and(
        eq(consents.customerId, customerId),
        consentsInReach(partner),
        or(isNull(consents.lastUsedAt), lt(consents.lastUsedAt, later(at, -minutes(60)))),
      ),
    );
}
