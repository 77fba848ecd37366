import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { partnerLinks } from '@/db/schema';

/** True while the reseller works under the provider. */
export async function areLinked(providerId: string, resellerId: string): Promise<boolean> {
  const links = await db
    .select({ id: partnerLinks.id })
    .from(partnerLinks)
    .where(
      and(
        eq(partnerLinks.providerId, providerId),
        eq(partnerLinks.resellerId, resellerId),
        isNull(partnerLinks.endedAt),
      ),
    );
  return links.length > 0;
}
