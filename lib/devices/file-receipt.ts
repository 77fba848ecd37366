import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { db } from '@/db';
import { uploadParts } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Meaning } from './column-mapping';
import { contentOf } from './content-of';
import { dropUpload } from './drop-upload';
import { FileInspector, type Inspection } from './inspect-file';
import type { Recall } from './inspect-rows';
import { inspectWorkbook } from './inspect-workbook';
import { limits } from './limits';
import { UnreadableFile } from './unreadable-file';

/** Bytes of one stored part, about. */
const partSize = 1 << 20;
/** Bytes looked at before others get their turn: about two milliseconds. */
const glance = 1 << 17;

type Body = globalThis.Request['body'];

export const tooLarge = () =>
  new AppError('too_large', 'The file is larger than 2 GiB. Split it and upload the parts.');

const incomplete = () =>
  new AppError(
    'invalid',
    'The file arrived incomplete, so nothing was kept. Check the connection and upload it again.',
  );

/**
 * One file on its way in. CSV is digested, looked at and stored part by part as it comes; a workbook, whose directory stands
 * at its end, is held until then and kept as the rows of its sheet.
 */
export class FileReceipt {
  private readonly digest = createHash('sha256');
  private inspector: FileInspector | null = null;
  private workbook = false;
  private uploadId: string | null = null;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private bytes = 0;
  private part = 0;

  /** `open` makes the upload's row. */
  constructor(
    private readonly meaning: Meaning,
    private readonly recall: Recall,
    private readonly open: () => Promise<string>,
  ) {}

  /** The last part is stored only when the whole file is one that can be read. */
  async take(body: Body, announced: number | null) {
    if (body) await this.read(body);
    if (announced !== null && announced !== this.bytes) throw incomplete();
    const last = this.takeWaiting();
    this.decide(last);
    const inspection = this.workbook ? await this.keepSheet(last) : await this.keepEnd(last);
    const uploadId = await this.openOnce();
    const format = this.workbook ? ('xlsx' as const) : null;
    return { uploadId, bytes: this.bytes, sha256: this.digest.digest('hex'), format, inspection };
  }

  /** Leaves nothing of it behind. A process that dies before this leaves it to the job that `openUpload` enqueued. */
  async drop(): Promise<void> {
    if (!this.uploadId) return;
    await dropUpload(systemActor('uploads:receive'), { uploadId: this.uploadId }).catch((error: unknown) =>
      log.error({ error, upload: this.uploadId }, 'an unfinished upload was not removed'),
    );
  }

  private async read(body: NonNullable<Body>): Promise<void> {
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
      if (this.workbook && this.bytes > limits.workbook) throw workbookTooLarge();
      if (this.workbook || this.waitingBytes < partSize) continue;
      const content = this.takeWaiting();
      this.decide(content);
      if (this.workbook) {
        this.waiting = [content];
        this.waitingBytes = content.length;
        continue;
      }
      await this.look(content);
      await this.store(content);
    }
  }

  /** What it is, by its beginning. */
  private decide(content: Buffer): void {
    if (!this.inspector && content.length > 0) this.workbook = contentOf(content) === 'workbook';
  }

  private takeWaiting(): Buffer<ArrayBuffer> {
    const content = Buffer.concat(this.waiting, this.waitingBytes);
    this.waiting = [];
    this.waitingBytes = 0;
    return content;
  }

  private async look(content: Buffer): Promise<FileInspector> {
    this.digest.update(content);
    let from = 0;
    if (!this.inspector) {
      this.inspector = new FileInspector(content.subarray(0, glance), this.meaning, this.recall);
      from = glance;
    }
    for (let at = from; at < content.length; at += glance) {
      await setImmediate();
      this.inspector.push(content.subarray(at, at + glance));
    }
    return this.inspector;
  }

  private async keepEnd(last: Buffer): Promise<Inspection> {
    const inspector = await this.look(last);
    const inspection = inspector.end();
    await this.store(last);
    return inspection;
  }

  private async keepSheet(file: Buffer<ArrayBuffer>): Promise<Inspection> {
    if (file.length > limits.workbook) throw workbookTooLarge();
    this.digest.update(file);
    const lines = inspectWorkbook(file, this.meaning, this.recall);
    let text = '';
    for (;;) {
      const { done, value } = await lines.next();
      if (!done) text += value;
      if (done || text.length >= partSize) {
        await this.store(Buffer.from(text));
        text = '';
      }
      if (done) return value;
    }
  }

  private async openOnce(): Promise<string> {
    this.uploadId ??= await this.open();
    return this.uploadId;
  }

  private async store(content: Buffer): Promise<void> {
    const uploadId = await this.openOnce();
    if (content.length > 0) await db.insert(uploadParts).values({ uploadId, part: this.part++, content });
  }
}

const workbookTooLarge = () =>
  new UnreadableFile(
    'too_large',
    `An Excel workbook may have ${limits.workbook / 1024 ** 2} MiB. Save the device list as CSV (UTF-8) and choose that file.`,
  );
