import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { uploads } from '@/db/schema';

/** The first upload of the same bytes by this partner for this customer; null where there was none. */
export async function firstOfSame(partnerId: string, customerId: string, sha256: string): Promise<string | null> {
  const [first] = await db
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.partnerId, partnerId), eq(uploads.customerId, customerId), eq(uploads.sha256, sha256)))
    .orderBy(asc(uploads.id))
    .limit(1);
  return first?.id ?? null;
}
