import { createHash } from 'node:crypto';
import { db } from '@/db';
import { jobs } from '@/db/schema';
import { now } from '@/lib/clock';
import type { JobKind } from './kinds';

/** When a day's jobs are due, in UTC. */
const hour = 3;

/** The same id for the same job of the same day wherever it is made, as a UUID of version 8. */
function dailyId(kind: JobKind, day: string): string {
  const hex = createHash('sha256').update(`${kind} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Puts a job of that day into the queue unless it is in it: of four instances that start at once one does. */
export async function enqueueDaily(kind: JobKind, at: Date): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  const runAt = new Date(`${day}T0${hour}:00:00.000Z`);
  await db
    .insert(jobs)
    .values({ id: dailyId(kind, day), kind, payload: {}, state: 'queued', runAt, attempts: 0, createdAt: now() })
    .onConflictDoNothing();
}
