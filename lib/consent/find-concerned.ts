import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests } from '@/db/schema';

/** Who of the partner asked for a consent: whom its mails go to. Null for one that no request led to. */
export async function requesterOf(requestId: string | null): Promise<string | null> {
  if (!requestId) return null;
  const [request] = await db
    .select({ by: consentRequests.createdBy })
    .from(consentRequests)
    .where(eq(consentRequests.id, requestId));
  return request?.by ?? null;
}
