import { closeDatabase } from '@/db';
import { env, parseEnv } from '@/lib/env';
import { startWorker } from './worker';

/**
 * What runs beside the pages of one process. Throws when the environment is wrong. The returned function lets running jobs
 * leave off and closes the database.
 */
export function startBackground({ worker = env.WORKER } = {}): () => Promise<void> {
  parseEnv(process.env);
  const stopWorker = worker ? startWorker() : undefined;
  return async () => {
    await stopWorker?.();
    await closeDatabase();
  };
}
