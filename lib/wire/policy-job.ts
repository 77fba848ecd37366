import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { apiCalls } from '@/db/schema';
import { now } from '@/lib/clock';

/** What became of devices that were to be given a profile, as its client reads it. */
export interface PolicyJob {
  id: string;
  clientId: string;
  customerId: string;
  body: string;
}

const keyOf = (id: string) => `job ${id}`;

/** Keeps the answer to an update of policies beside the answers to calls, and for as long. */
export async function keepPolicyJob({ id, clientId, customerId, body }: PolicyJob): Promise<void> {
  const at = now();
  const kept = { fingerprint: customerId, heldUntil: at, status: 200, headers: {}, body, createdAt: at };
  await db.insert(apiCalls).values({ clientId, requestId: keyOf(id), ...kept });
}

/** The kept answer, or null for an id that is none of this client's for this customer. */
export async function findPolicyJob({ id, clientId, customerId }: Omit<PolicyJob, 'body'>): Promise<string | null> {
  const mine = and(eq(apiCalls.clientId, clientId), eq(apiCalls.requestId, keyOf(id)));
  const [found] = await db
    .select({ body: apiCalls.body })
    .from(apiCalls)
    .where(and(mine, eq(apiCalls.fingerprint, customerId)));
  return found?.body ?? null;
}
