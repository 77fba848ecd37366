import { closeDatabase } from '@/db';
import { now } from '@/lib/clock';
import { env, parseEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { enqueueDaily } from './daily';
import { startWorker } from './worker';

/**
 * What runs beside the pages of one process. Throws when the environment is wrong. The returned function lets running jobs
 * leave off and closes the database.
 */
export function startBackground({ worker = env.WORKER } = {}): () => Promise<void> {
  parseEnv(process.env);
  const stopWorker = worker ? startWorker() : undefined;
  if (worker) scheduleDaily();
  return async () => {
    await stopWorker?.();
    await closeDatabase();
  };
}

/** The chain of daily jobs begins with today's; a database that is away when we start has it from the next start on. */
function scheduleDaily(): void {
  enqueueDaily('consent.watch_use', now()).catch((error: unknown) => log.error({ error }, 'daily jobs not scheduled'));
}
