import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { bulkDevices } from '@/db/bulk/devices';
import { uploadSegments, uploads } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { noteUse } from '@/lib/consent/note-use';
import { whyOutOfReach } from '@/lib/partners/hold-reach';
import { registrarsInReach } from '@/lib/partners/reach';
import { assignUploaded } from '@/lib/profiles/assigned-devices';
import { countDevices } from './count-devices';
import type { EvaluatedRow } from './evaluate-rows';
import { type FoundUpload, findUpload } from './find-upload';
import { holdGrounds } from './hold-grounds';
import { countRejected, holdBack, type Judgement, judgeRows, rejectRows } from './judge-rows';
import { lockDevices } from './lock-devices';
import type { Columns } from './parse-header';
import { packResults, type RowStatus } from './row-results';
import { type StopCode, stopCodes, stoppedAt } from './stop-reasons';

/**
 * Registers the next rows of an upload: devices, what each row was told, and how far the upload has come, all or none of
 * it. A second worker that comes with the same rows finds that they are done. The consent, the sender's account and whether
 * support suspended one of them are looked at each time, so that the end of either stops the work at a row.
 */
export const registerRows = command({
  allow: 'uploads:process',
  input: z.object({
    uploadId: z.uuid(),
    columns: z.custom<Columns>(),
    /** Consecutive, and at least one. */
    rows: z.custom<EvaluatedRow[]>(),
  }),
  audit: 'devices.registered',
  async run({ about }, { uploadId, columns, rows }) {
    const first = rows[0];
    const last = rows.at(-1);
    if (!first || !last) return { ok: false, reason: 'moved_on' } as const;
    await lockDevices();
    const upload = await findUpload(uploadId);
    if (upload?.state !== 'running') return { ok: false, reason: 'ended' } as const;
    if (upload.doneRows !== first.row - 1) return { ok: false, reason: 'moved_on' } as const;

    const stopped = upload.failureCode === null ? await whyStop(upload) : null;
    const judgement = await judge(upload, stopped, columns, rows);
    const rejected = countRejected(judgement);
    if (upload.mode === 'all_or_nothing' && upload.failureCode === null && rejected > 0) {
      return { ok: false, reason: 'must_withdraw', rejected, stopped } as const;
    }
    await insertDevices(upload, judgement);
    if (judgement.devices.length > 0) await noteUse(upload.partner, upload.customerId);
    const count = (status: RowStatus) => judgement.told.filter((row) => row.status === status).length;
    const counts = { registered: count('registered'), unchanged: count('unchanged'), rejected };
    await db.insert(uploadSegments).values({
      uploadId,
      firstRow: first.row,
      lastRow: last.row,
      ...counts,
      results: packResults(judgement.told, columns),
    });
    const advanced = await db
      .update(uploads)
      .set({
        doneRows: last.row,
        registered: sql`${uploads.registered} + ${counts.registered}`,
        unchanged: sql`${uploads.unchanged} + ${counts.unchanged}`,
        rejected: sql`${uploads.rejected} + ${counts.rejected}`,
        ...(stopped ? stoppedAt(first.row, stopped) : {}),
      })
      .where(and(eq(uploads.id, uploadId), eq(uploads.state, 'running'), eq(uploads.doneRows, upload.doneRows)))
      .returning({ id: uploads.id });
    if (advanced.length === 0) return { ok: false, reason: 'moved_on' } as const;
    about({
      subjectId: uploadId,
      customerId: upload.customerId,
      partnerId: upload.partnerId,
      detail: { firstRow: first.row, lastRow: last.row, ...counts },
    });
    return { ok: true } as const;
  },
});

async function whyStop(upload: FoundUpload): Promise<StopCode | null> {
  const { partner, customerId, senderSuspended, senderMayRegister } = upload;
  if (!(await holdGrounds(upload))) return whyOutOfReach(partner, customerId);
  if (senderSuspended) return 'suspended';
  return senderMayRegister ? null : 'permission_revoked';
}

async function judge(
  upload: FoundUpload,
  stopped: StopCode | null,
  columns: Columns,
  rows: EvaluatedRow[],
): Promise<Judgement> {
  const code = stopped ?? stopCodes.find((one) => one === upload.failureCode);
  if (code) return rejectRows(rows, code);
  const own = new Set(await registrarsInReach(upload.partner));
  const judgement = await judgeRows(rows, columns, { customerId: upload.customerId, own });
  return upload.failureCode === 'all_or_nothing' ? holdBack(judgement) : judgement;
}

async function insertDevices(upload: FoundUpload, { devices }: Judgement): Promise<void> {
  const { number, batchId } = upload;
  if (devices.length === 0) return;
  if (!batchId) throw new Error('an upload without a batch cannot register devices');
  await bulkDevices().insert({ upload: number, registeredAt: now() }, devices);
  await countDevices(number, batchId, devices.length);
  await assignUploaded(upload, batchId, devices);
}
