import { systemActor } from '@/lib/auth/actor';
import type { JobHandler } from '@/lib/jobs/kinds';
import { assignBatchDevices } from './assign-batch-devices';

const system = systemActor('batch.assign_profile');

/** Job: gives a batch's devices their profile, some a transaction. Runs again after any end, and goes on where it was. */
export const assignBatchProfile: JobHandler = async ({ payload, shouldStop }) => {
  for (;;) {
    const result = await assignBatchDevices(system, { runId: payload.runId ?? '' });
    if (!result.ok || result.over) return 'done';
    if (shouldStop()) return 'again';
  }
};
