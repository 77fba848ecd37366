import type { z } from 'zod';
import { isStorageFull, isUniqueViolation } from '@/db/errors';
import { type MaybeActor, requireTenant } from '@/lib/auth/actor';
import { authorise } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { closeUpload } from './close-upload';
import { FileReceipt, tooLarge } from './file-receipt';
import { findCustomer } from './find-customer';
import { limits } from './limits';
import { openUpload } from './open-upload';
import { idempotencyKey, meaningOf, uploadRequest } from './receive-input';
import { recallMappings } from './remembered-mappings';
import { UnreadableFile } from './unreadable-file';

/** What the file is, its content says. */
const accepted = new Set(['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);

type Request = Pick<globalThis.Request, 'url' | 'headers' | 'body'>;

/**
 * Receives a device file (DESIGN §8, uploads over HTTP) as a stream, never whole in memory. Resolves with the id of the
 * upload once the file is stored and its job enqueued, in one transaction. Until then nothing of it counts: whatever breaks
 * or is refused leaves nothing behind. Throws AppError.
 */
export async function receiveUpload(actor: MaybeActor, request: Request): Promise<{ id: string }> {
  authorise(actor, 'devices:register');
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const partner = requireTenant(actor).tenant;
  const customer = uploadRequest.shape.customerId.safeParse(asked.customerId);
  if (!customer.success || !(await findCustomer(partner, customer.data))) throw new AppError('not_found');
  const target = accept(uploadRequest, asked);
  const key = accept(idempotencyKey, request.headers.get('idempotency-key'), 'Idempotency-Key');
  const announced = announcedLength(request.headers);

  const meaning = meaningOf(target);
  const recall = meaning.mapping ? () => null : await recallMappings(partner.id);
  const receipt = new FileReceipt(meaning, recall, async () => (await openUpload(actor, target)).id);
  try {
    const { uploadId, bytes, sha256, format, inspection } = await receipt.take(request.body, announced);
    const close = () =>
      closeUpload(actor, {
        uploadId,
        idempotencyKey: key,
        bytes,
        sha256,
        format,
        encoding: inspection.encoding,
        columns: inspection.columns.headers,
        ignoredColumns: inspection.columns.ignored,
        mapping: inspection.mapping,
        remember: meaning.mapping !== null,
        total: inspection.rows,
      });
    // Two requests with one key may end at once; the second then finds the first.
    const closed = await close().catch((error: unknown) =>
      isUniqueViolation(error) ? close() : Promise.reject(error),
    );
    if (closed.ok) return { id: closed.id };
    if (closed.reason === 'key_reused') {
      throw new AppError('conflict', 'This Idempotency-Key was already used for another file or another request.');
    }
    await receipt.drop();
    return { id: closed.id };
  } catch (error) {
    await receipt.drop();
    if (error instanceof UnreadableFile) throw new AppError(error.code, error.message);
    if (isStorageFull(error)) throw new AppError('storage_full');
    throw error;
  }
}

/** Like `parse`, with a sentence that names the parameters: here it may be a program that reads it. */
function accept<Schema extends z.ZodType>(schema: Schema, given: unknown, name = ''): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.') || name, issue.message] as const),
  );
  const sentence = Object.entries(fields).map(([field, message]) => `${field}: ${message}`);
  throw new AppError('invalid', sentence.join(' '), fields);
}

/** Refuses by what the headers say already; returns the announced number of bytes, or null. */
function announcedLength(headers: Headers): number | null {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (!type || !accepted.has(type)) {
    throw new AppError('unsupported', `Send the file with Content-Type: ${[...accepted].join(' or ')}.`);
  }
  const header = headers.get('content-length');
  const announced = header === null ? null : Number(header);
  if (announced !== null && announced > limits.file) throw tooLarge();
  return announced;
}
