import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { ensureBatch } from '@/lib/batches/ensure-batch';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { deviceFields } from './column-mapping';
import { findCustomer } from './find-customer';
import { firstOfSame } from './first-of-same';
import { idempotencyKey } from './receive-input';
import { rememberMapping } from './remembered-mappings';

const input = z.object({
  uploadId: z.uuid(),
  idempotencyKey,
  bytes: z.int().positive(),
  sha256: z.string().length(64),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  format: z.enum(['xlsx', 'api']).nullable(),
  columns: z.array(z.string()),
  ignoredColumns: z.array(z.string()),
  mapping: z.array(z.enum(deviceFields).nullable()).nullable(),
  /** True when the sender said what the columns mean, which is kept for the next file with this header. */
  remember: z.boolean(),
  total: z.int().positive(),
});

/**
 * Makes a file that arrived whole an upload, with its batch and its job. A key that was used before answers `repeated` with
 * the first upload when that was the same request with the same bytes, else `key_reused`.
 */
export const closeUpload = command({
  allow: 'devices:register',
  input,
  audit: 'upload.received',
  async run({ actor, about }, { uploadId, remember, ...file }) {
    const person = requireTenant(actor);
    const partnerId = person.tenant.id;
    const mine = and(eq(uploads.id, uploadId), eq(uploads.partnerId, partnerId), eq(uploads.state, 'receiving'));
    const [open] = await db.select().from(uploads).where(mine);
    if (!open || !(await findCustomer(person.tenant, open.customerId))) throw new AppError('not_found');
    const { customerId, batchName } = open;

    const [before] = file.idempotencyKey
      ? await db
          .select()
          .from(uploads)
          .where(and(eq(uploads.partnerId, partnerId), eq(uploads.idempotencyKey, file.idempotencyKey)))
      : [];
    if (before) {
      const same =
        before.sha256 === file.sha256 &&
        before.customerId === customerId &&
        before.mode === open.mode &&
        before.header === open.header &&
        before.groupTag === open.groupTag &&
        before.orderNumber === open.orderNumber &&
        before.profileId === open.profileId &&
        (!remember || JSON.stringify(before.mapping) === JSON.stringify(file.mapping)) &&
        before.batchName.toLowerCase() === batchName.toLowerCase();
      return same
        ? ({ ok: false, reason: 'repeated', id: before.id } as const)
        : ({ ok: false, reason: 'key_reused' } as const);
    }

    const { id: batchId, made: newBatch } = await ensureBatch(partnerId, customerId, batchName, madeBy(person));
    const closed = await db
      .update(uploads)
      .set({ ...file, batchId, sameAsId: await firstOfSame(partnerId, customerId, file.sha256), state: 'received' })
      .where(mine)
      .returning({ id: uploads.id });
    if (closed.length === 0) throw new AppError('not_found');
    if (remember && file.mapping && !open.header) await rememberMapping(partnerId, file.columns, file.mapping);
    await enqueue('upload.process', { uploadId });
    const { sha256, bytes, total } = file;
    about({ subjectId: uploadId, customerId, partnerId, detail: { batch: batchName, newBatch, sha256, bytes, total } });
    return { ok: true, id: uploadId } as const;
  },
});
