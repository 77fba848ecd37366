import { transaction } from '@/db';
import { systemActor } from '@/lib/auth/actor';
import type { JobHandler } from '@/lib/jobs/kinds';
import { ranOutOfRoom } from '@/lib/jobs/no-room';
import { registrarsInReach } from '@/lib/partners/reach';
import { dropUpload } from './drop-upload';
import { failUpload } from './fail-upload';
import { type FoundUpload, findUpload } from './find-upload';
import { finishUpload } from './finish-upload';
import { countRejected, judgeRows } from './judge-rows';
import { registerRows } from './register-rows';
import { settleCheck } from './settle-check';
import { startUpload } from './start-upload';
import { brokeDown, unreadable } from './stop-reasons';
import { evaluatedChunks } from './stored-rows';
import { UnreadableFile } from './unreadable-file';
import { hasEnded } from './upload-state';
import { withdrawRows } from './withdraw-rows';

type Stop = () => boolean;

const system = systemActor('uploads:process');

/**
 * Registers the devices of an upload, `chunkSize` rows in one transaction: each ends with a wait for the disk, and until then
 * nobody else writes. Runs again after any end, and repeats nothing.
 */
export const registerUpload =
  (chunkSize: number): JobHandler =>
  async ({ payload, shouldStop, lastAttempt }) => {
    const uploadId = payload.uploadId ?? '';
    try {
      await startUpload(system, { uploadId });
      const upload = await findUpload(uploadId);
      if (upload?.state === 'checking') return await check(upload, chunkSize, shouldStop);
      if (upload?.state === 'running') return await register(upload, chunkSize, shouldStop);
      return 'done';
    } catch (error) {
      const given = lastAttempt && !ranOutOfRoom(error) ? brokeDown : null;
      const broken = error instanceof UnreadableFile ? unreadable(error.message) : given;
      if (broken) await failUpload(system, { uploadId, ...broken });
      if (error instanceof UnreadableFile) return 'done';
      throw error;
    }
  };

/** Job: of 1,000 to 10,000 rows a transaction, fewer take longer in sum and more hold others up. */
export const processUpload = registerUpload(5000);

/**
 * Works through an upload for whoever waits for it, beside the job that would: of two that come with the same rows one
 * registers them.
 */
export async function processNow(uploadId: string): Promise<void> {
  const run = { id: uploadId, payload: { uploadId }, shouldStop: () => false, lastAttempt: false };
  for (;;) {
    const upload = await findUpload(uploadId);
    if (!upload || upload.state === 'receiving' || hasEnded(upload.state)) return;
    await processUpload(run);
  }
}

/** Job: removes a file that is still being received long after it began. */
export const dropUnfinished: JobHandler = async ({ payload }) => {
  await dropUpload(system, { uploadId: payload.uploadId ?? '' });
  return 'done';
};

/** Evaluates every row of an all-or-nothing upload, changing nothing. */
async function check(upload: FoundUpload, chunkSize: number, shouldStop: Stop): Promise<'again'> {
  let rejected = 0;
  const own = new Set(await registrarsInReach(upload.partner));
  for await (const { columns, rows } of evaluatedChunks(upload, chunkSize)) {
    if (shouldStop()) return 'again';
    const judged = () => judgeRows(rows, columns, { customerId: upload.customerId, own });
    rejected += countRejected(await transaction(judged));
  }
  await settleCheck(system, { uploadId: upload.id, rejected });
  return 'again';
}

async function register(upload: FoundUpload, chunkSize: number, shouldStop: Stop): Promise<'done' | 'again'> {
  const uploadId = upload.id;
  if (upload.mode === 'all_or_nothing' && upload.failureCode && upload.registered > 0) {
    return withdraw({ uploadId, rejected: 0, stopped: null }, shouldStop);
  }
  let last = 0;
  for await (const { columns, rows: all } of evaluatedChunks(upload, chunkSize)) {
    last = all.at(-1)?.row ?? last;
    if (last <= upload.doneRows) continue;
    if (shouldStop()) return 'again';
    const rows = all.filter(({ row }) => row > upload.doneRows);
    const result = await registerRows(system, { uploadId, columns, rows });
    if (result.ok) continue;
    if (result.reason === 'must_withdraw') {
      const { rejected, stopped } = result;
      return withdraw({ uploadId, rejected, stopped }, shouldStop);
    }
    return result.reason === 'ended' ? 'done' : 'again';
  }
  await finishUpload(system, { uploadId, rows: last });
  return 'done';
}

/** The reason is kept by the first call; one that goes on after a kill need not know it. */
async function withdraw(what: Parameters<typeof withdrawRows>[1], shouldStop: Stop): Promise<'done' | 'again'> {
  for (;;) {
    const result = await withdrawRows(system, what);
    if (!result.ok) return 'done';
    if (result.over || shouldStop()) return 'again';
  }
}
