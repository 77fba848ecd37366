import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { batches } from '@/db/schema';
import type { Maker } from '@/lib/auth/actor';
import { now } from '@/lib/clock';

/** The batch of that name, without regard to case; made in the open transaction when there is none. Returns its id, and whether it was made. */
export async function ensureBatch(
  partnerId: string,
  customerId: string,
  name: string,
  maker: Maker,
): Promise<{ id: string; made: boolean }> {
  const nameKey = name.toLowerCase();
  const inserted = await db
    .insert(batches)
    .values({ id: uuidv7(), customerId, partnerId, name, nameKey, ...maker, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: batches.id });
  const [batch] = await db
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.customerId, customerId), eq(batches.partnerId, partnerId), eq(batches.nameKey, nameKey)));
  if (!batch) throw new Error('a batch that exists was not found');
  return { id: batch.id, made: inserted.length > 0 };
}
