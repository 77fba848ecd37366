import { systemActor } from '@/lib/auth/actor';
import type { JobHandler } from '@/lib/jobs/kinds';
import { deregisterRows } from './deregister-rows';

const system = systemActor('uploads:undo');

/** Job: deregisters what an upload registered, some devices a transaction. Runs again after any end; what is gone stays gone. */
export const undoRows: JobHandler = async ({ payload, shouldStop }) => {
  const uploadId = payload.uploadId ?? '';
  for (;;) {
    const result = await deregisterRows(system, { uploadId });
    if (!result.ok || result.over) return 'done';
    if (shouldStop()) return 'again';
  }
};
