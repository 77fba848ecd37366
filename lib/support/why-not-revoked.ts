import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { consents } from '@/db/schema';
import { AppError } from '@/lib/errors';

/** Why support could not end a consent: it has ended, or it is one that its customer ends itself. Throws `not_found`. */
export async function whyNotRevoked(consentId: string) {
  const [found] = await db.select({ kind: consents.kind }).from(consents).where(eq(consents.id, consentId));
  if (!found) throw new AppError('not_found');
  return { ok: false, reason: found.kind === 'oem' ? 'already_ended' : 'customer_ends_it' } as const;
}
