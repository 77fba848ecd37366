import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { db } from '@/db';
import { isStorageFull, isUniqueViolation } from '@/db/errors';
import { uploadParts } from '@/db/schema';
import { type MaybeActor, systemActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { closeUpload } from './close-upload';
import { dropUpload } from './drop-upload';
import { openUpload } from './open-upload';
import { submittedColumns, type submittedDevice, submittedLines } from './submitted-devices';

interface Submission {
  customerId: string;
  batch: string;
  devices: readonly z.infer<typeof submittedDevice>[];
  /** Whatever is sent again under it is the first upload. */
  key: string | null;
}

/**
 * Makes devices that a program submits an upload of their own, a row for each, which is registered like a file. Resolves with
 * the upload's id. Throws AppError `not_found`, `invalid`, and `conflict` for a key that was used for something else.
 */
export async function receiveDevices(actor: MaybeActor, given: Submission): Promise<{ id: string }> {
  const { customerId, batch, devices, key } = given;
  const opened = await openUpload(actor, { customerId, batch, mode: 'keep_good' });
  const uploadId = opened.id;
  const drop = () => dropUpload(systemActor('uploads:receive'), { uploadId });
  const content = Buffer.from(submittedLines(devices));
  try {
    await db.insert(uploadParts).values({ uploadId, part: 0, content });
    const close = () =>
      closeUpload(actor, {
        uploadId,
        idempotencyKey: key,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        encoding: 'utf-8',
        format: 'api',
        columns: submittedColumns,
        ignoredColumns: [],
        mapping: null,
        remember: false,
        total: devices.length,
      });
    // Two calls with one key may end at once; the second then finds the first.
    const closed = await close().catch((error: unknown) =>
      isUniqueViolation(error) ? close() : Promise.reject(error),
    );
    if (closed.ok) return { id: closed.id };
    if (closed.reason === 'key_reused') {
      throw new AppError('conflict', 'This request id was already used for other devices.');
    }
    await drop();
    return { id: closed.id };
  } catch (error) {
    await drop();
    if (isStorageFull(error)) throw new AppError('storage_full');
    throw error;
  }
}
