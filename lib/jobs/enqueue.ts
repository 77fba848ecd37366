import { uuidv7 } from 'uuidv7';
import { afterCommit, db } from '@/db';
import { jobs } from '@/db/schema';
import { now } from '@/lib/clock';
import type { JobKind } from './kinds';
import { wakeWorker } from './wake';

/** Puts a job into the open transaction; it exists exactly when what it is about does. */
export async function enqueue(kind: JobKind, payload: Record<string, string>, runAt: Date = now()): Promise<void> {
  await db.insert(jobs).values({ id: uuidv7(), kind, payload, state: 'queued', runAt, attempts: 0, createdAt: now() });
  afterCommit(wakeWorker);
}
