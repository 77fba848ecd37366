import { and, eq, lte, ne, or, sql } from 'drizzle-orm';
import { db } from '@/db';
import { apiAllowances } from '@/db/schema';
import { now } from '@/lib/clock';

/** Calls that a client may make, and in which time, in milliseconds. */
export const allowance = { calls: 1000, period: 100_000 } as const;
/** Calls taken out of the database at once, so that it is written to once for fifty calls and no process ever allows too much. */
const block = 50;

interface Held {
  period: number;
  left: number;
}

const held = new Map<string, Held>();

/** Counts a call. Returns 0 when it is allowed, else after how many seconds the client may go on. */
export async function takeCall(clientId: string): Promise<number> {
  const at = now().getTime();
  const period = Math.floor(at / allowance.period);
  const mine = held.get(clientId);
  if (mine?.period === period && mine.left > 0) {
    mine.left--;
    return 0;
  }
  if (!(await takeBlock(clientId, period))) return Math.ceil(((period + 1) * allowance.period - at) / 1000);
  const current = held.get(clientId);
  // Two calls may have come here at once; both blocks count.
  const before = current?.period === period ? current.left : 0;
  held.set(clientId, { period, left: before + block - 1 });
  return 0;
}

/** One conditional update: of any number of processes none takes what is not there. */
async function takeBlock(clientId: string, period: number): Promise<boolean> {
  const take = () =>
    db
      .update(apiAllowances)
      .set({
        taken: sql`case when ${apiAllowances.period} = ${period} then ${apiAllowances.taken} + ${block} else ${block} end`,
        period,
      })
      .where(
        and(
          eq(apiAllowances.clientId, clientId),
          or(ne(apiAllowances.period, period), lte(apiAllowances.taken, allowance.calls - block)),
        ),
      )
      .returning({ taken: apiAllowances.taken });
  if ((await take()).length > 0) return true;
  const first = await db
    .insert(apiAllowances)
    .values({ clientId, period, taken: block })
    .onConflictDoNothing()
    .returning({ taken: apiAllowances.taken });
  // Two first calls at once: who came second takes out of the row that the other made.
  return first.length > 0 || (await take()).length > 0;
}
