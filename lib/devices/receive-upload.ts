import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { db } from '@/db';
import { isStorageFull, isUniqueViolation } from '@/db/errors';
import { uploadParts } from '@/db/schema';
import { type MaybeActor, requireUser, systemActor } from '@/lib/auth/actor';
import { authorise } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { closeUpload } from './close-upload';
import { dropUpload } from './drop-upload';
import { findCustomer } from './find-customer';
import { FileInspector } from './inspect-file';
import { limits } from './limits';
import { openUpload } from './open-upload';
import { idempotencyKey, meaningOf, uploadRequest } from './receive-input';
import { recallMappings } from './remembered-mappings';
import { UnreadableFile } from './unreadable-file';

/** Bytes of one stored part, about. */
const partSize = 1 << 20;
/** Bytes looked at before others get their turn: about two milliseconds. */
const glance = 1 << 17;

type Request = Pick<globalThis.Request, 'url' | 'headers' | 'body'>;

/**
 * Receives a device file (DESIGN §8, uploads over HTTP) as a stream, never whole in memory. Resolves with the id of the
 * upload once the file is stored and its job enqueued, in one transaction. Until then nothing of it counts: whatever breaks
 * or is refused leaves nothing behind. Throws AppError.
 */
export async function receiveUpload(actor: MaybeActor, request: Request): Promise<{ id: string }> {
  authorise(actor, 'devices:register');
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const partner = requireUser(actor).tenant;
  const customer = uploadRequest.shape.customerId.safeParse(asked.customerId);
  if (!customer.success || !(await findCustomer(partner, customer.data))) throw new AppError('not_found');
  const target = accept(uploadRequest, asked);
  const key = accept(idempotencyKey, request.headers.get('idempotency-key'), 'Idempotency-Key');
  const announced = announcedLength(request.headers);

  const meaning = meaningOf(target);
  const recall = meaning.mapping ? () => null : await recallMappings(partner.id);
  const receipt = new Receipt(
    (start) => new FileInspector(start, meaning, recall),
    async () => (await openUpload(actor, target)).id,
  );
  try {
    const { uploadId, bytes, sha256, inspection } = await receipt.take(request.body, announced);
    const close = () =>
      closeUpload(actor, {
        uploadId,
        idempotencyKey: key,
        bytes,
        sha256,
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
  if (type !== 'text/csv') throw new AppError('unsupported', 'Send the file with Content-Type: text/csv.');
  const header = headers.get('content-length');
  const announced = header === null ? null : Number(header);
  if (announced !== null && announced > limits.file) throw tooLarge();
  return announced;
}

const tooLarge = () => new AppError('too_large', 'The file is larger than 2 GiB. Split it and upload the parts.');

/** One file on its way in: bytes are digested, looked at, and stored part by part as they come. */
class Receipt {
  private readonly digest = createHash('sha256');
  private inspector: FileInspector | null = null;
  private uploadId: string | null = null;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private bytes = 0;
  private part = 0;

  constructor(
    private readonly inspect: (start: Uint8Array) => FileInspector,
    private readonly open: () => Promise<string>,
  ) {}

  /** The last part is stored only when the whole file is one that can be read. */
  async take(body: Request['body'], announced: number | null) {
    if (body) await this.read(body);
    if (announced !== null && announced !== this.bytes) throw incomplete();
    const last = this.takeWaiting();
    const inspector = await this.look(last);
    const inspection = inspector.end();
    const uploadId = await this.store(last);
    return { uploadId, bytes: this.bytes, sha256: this.digest.digest('hex'), inspection };
  }

  /** Leaves nothing of it behind. A process that dies before this leaves it to the job that `openUpload` enqueued. */
  async drop(): Promise<void> {
    if (!this.uploadId) return;
    await dropUpload(systemActor('uploads:receive'), { uploadId: this.uploadId }).catch((error: unknown) =>
      log.error({ error, upload: this.uploadId }, 'an unfinished upload was not removed'),
    );
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw incomplete();
      });
      if (done) return;
      this.bytes += value.length;
      if (this.bytes > limits.file) throw tooLarge();
      this.waiting.push(value);
      this.waitingBytes += value.length;
      if (this.waitingBytes < partSize) continue;
      const content = this.takeWaiting();
      await this.look(content);
      await this.store(content);
    }
  }

  private takeWaiting(): Buffer {
    const content = Buffer.concat(this.waiting, this.waitingBytes);
    this.waiting = [];
    this.waitingBytes = 0;
    return content;
  }

  private async look(content: Buffer): Promise<FileInspector> {
    this.digest.update(content);
    let from = 0;
    if (!this.inspector) {
      this.inspector = this.inspect(content.subarray(0, glance));
      from = glance;
    }
    for (let at = from; at < content.length; at += glance) {
      await setImmediate();
      this.inspector.push(content.subarray(at, at + glance));
    }
    return this.inspector;
  }

  /** The first part makes the upload's row. */
  private async store(content: Buffer): Promise<string> {
    this.uploadId ??= await this.open();
    if (content.length > 0)
      await db.insert(uploadParts).values({ uploadId: this.uploadId, part: this.part++, content });
    return this.uploadId;
  }
}

const incomplete = () =>
  new AppError(
    'invalid',
    'The file arrived incomplete, so nothing was kept. Check the connection and upload it again.',
  );
