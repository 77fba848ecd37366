import { eq, ne, type SQL } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import { log } from '@/lib/log';
import { claimJob, completeJob, failJob, type Job, leaseLength, maxAttempts, renewLease, yieldJob } from './claim';
import { handlers } from './handlers';
import { onWake } from './wake';

/** How long an idle worker waits before it looks again, in milliseconds: jobs of other processes start within it. */
const idlePause = 1000;
/**
 * Jobs at once, so that a long import does not hold up a mail. Webhooks wait for machines that are not ours, for seconds each: they
 * have slots of their own, and whoever makes us wait holds up nobody but other webhooks.
 */
const slots: SQL[] = [
  ...Array.from({ length: 3 }, () => ne(jobs.kind, 'webhook.deliver')),
  ...Array.from({ length: 2 }, () => eq(jobs.kind, 'webhook.deliver')),
];

/** Runs one job under a lease that a heartbeat renews; what the handler throws becomes a later attempt. */
async function runJob(job: Job, stopping: () => boolean): Promise<void> {
  let lost = false;
  const heartbeat = setInterval(() => {
    renewLease(job).then(
      (kept) => {
        lost ||= !kept;
      },
      () => undefined,
    );
  }, leaseLength / 3);
  try {
    const handler = handlers[job.kind as keyof typeof handlers];
    if (!handler) throw new Error(`no handler for job ${job.kind}`);
    const result = await handler({
      id: job.id,
      payload: job.payload,
      shouldStop: () => lost || stopping(),
      lastAttempt: job.attempts >= maxAttempts,
    });
    await (result === 'again' ? yieldJob(job) : completeJob(job));
  } catch (error) {
    log.error({ job: job.kind, id: job.id, attempt: job.attempts, error }, 'job failed');
    await failJob(job, error);
  } finally {
    clearInterval(heartbeat);
  }
}

/** Starts the worker of this process. The returned function stops it and resolves when its jobs have left off. */
export function startWorker(): () => Promise<void> {
  let stopping = false;
  const sleepers = new Set<() => void>();
  let wakes = 0;
  const wake = () => {
    wakes++;
    for (const sleeper of sleepers) sleeper();
  };
  const unsubscribe = onWake(wake);
  const sleep = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, idlePause);
      sleepers.add(done);
    });
  const slot = async (among: SQL) => {
    while (!stopping) {
      try {
        const heard = wakes;
        const job = await claimJob(among);
        if (job) await runJob(job, () => stopping);
        // Work that came while we looked would otherwise lie there for the whole pause.
        else if (heard === wakes) await sleep();
      } catch (error) {
        // The database is away; it will be asked again after the pause.
        log.error({ error }, 'worker cannot reach the database');
        await sleep();
      }
    }
  };
  const running = slots.map(slot);
  return async () => {
    stopping = true;
    unsubscribe();
    wake();
    await Promise.all(running);
  };
}

/** Runs due jobs one after the other until none is left; for tests and scripts. */
export async function runUntilEmpty(): Promise<void> {
  for (let job = await claimJob(); job; job = await claimJob()) await runJob(job, () => false);
}
