import { and, asc, eq, lt, lte, or, type SQL } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { jobs } from '@/db/schema';
import { later, minutes, now } from '@/lib/clock';
import { noRoom, ranOutOfRoom } from './no-room';

export type Job = typeof jobs.$inferSelect;

/** A worker that dies holds its job this long, in milliseconds; a living one renews at a third of it. */
export const leaseLength = minutes(0.5);

/** After this many attempts a job is `failed` and waits for a person. */
export const maxAttempts = 8;

/**
 * Takes the oldest due job by one conditional update, of those that `among` names; null when there is none. Two workers never
 * hold one lease.
 */
export async function claimJob(among?: SQL): Promise<Job | null> {
  for (;;) {
    const at = now();
    const due = or(
      and(eq(jobs.state, 'queued'), lte(jobs.runAt, at)),
      and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, at)),
    );
    const [candidate] = await db
      .select({ id: jobs.id, attempts: jobs.attempts })
      .from(jobs)
      .where(and(due, among))
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(1);
    if (!candidate) return null;
    const [claimed] = await db
      .update(jobs)
      .set({
        state: 'running',
        leaseToken: uuidv7(),
        leaseUntil: later(at, leaseLength),
        attempts: candidate.attempts + 1,
      })
      .where(and(eq(jobs.id, candidate.id), eq(jobs.attempts, candidate.attempts), due))
      .returning();
    if (claimed) return claimed;
  }
}

const held = (job: Job) =>
  and(eq(jobs.id, job.id), eq(jobs.leaseToken, job.leaseToken ?? ''), eq(jobs.state, 'running'));

/** False when the lease was lost to another worker. */
export async function renewLease(job: Job): Promise<boolean> {
  const renewed = await db
    .update(jobs)
    .set({ leaseUntil: later(now(), leaseLength) })
    .where(held(job))
    .returning({ id: jobs.id });
  return renewed.length > 0;
}

/** A finished job is no more; what it did is in domain rows and the audit log. */
export async function completeJob(job: Job): Promise<void> {
  await db.delete(jobs).where(held(job));
}

/**
 * Uses a job up inside the transaction of its work, for work that must not happen twice; false when it was used up before.
 * Undone with the transaction, so that the job comes back.
 */
export async function takeJob(id: string): Promise<boolean> {
  const taken = await db.delete(jobs).where(eq(jobs.id, id)).returning({ id: jobs.id });
  return taken.length > 0;
}

/** Back into the queue, due at once, its attempts forgotten: it stopped between two steps and is not at fault. */
export async function yieldJob(job: Job): Promise<void> {
  await db.update(jobs).set({ state: 'queued', runAt: now(), leaseUntil: null, attempts: 0 }).where(held(job));
}

/** How long a job waits for room in the storage before it looks again, in milliseconds. */
export const roomPause = minutes(0.5);

/**
 * Growing pauses of 1 s to about 4 min, then `failed`: visible, and tried again when a person says so. A job that ran out of
 * room waits for it as long as it takes, and goes on by itself.
 */
export async function failJob(job: Job, error: unknown): Promise<void> {
  const full = ranOutOfRoom(error);
  const lastError = full ? noRoom : (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const next = full
    ? ({ state: 'queued', runAt: later(now(), roomPause), attempts: 0 } as const)
    : job.attempts >= maxAttempts
      ? ({ state: 'failed' } as const)
      : ({ state: 'queued', runAt: later(now(), 1000 * 2 ** (job.attempts - 1)) } as const);
  await db
    .update(jobs)
    .set({ ...next, leaseUntil: null, lastError })
    .where(held(job));
}
