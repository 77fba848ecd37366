import type { z } from 'zod';
import type { MaybeActor } from '@/lib/auth/actor';
import { deviceFields } from './column-mapping';
import { csvStream } from './csv-stream';
import type { deviceFilter } from './device-filter';
import { fieldLabels } from './parse-header';
import { type ExportedDevice, exportDevices } from './queries';

const header = deviceFields.map((field) => fieldLabels[field]);
const cells = (device: ExportedDevice): string[] => deviceFields.map((field) => device[field] ?? '');

/** A customer's devices under the headers of the template, so that the file uploads again unchanged. */
export const devicesCsv = (
  actor: MaybeActor,
  asked: z.input<typeof deviceFilter>,
): Promise<ReadableStream<Uint8Array>> =>
  csvStream(header, cells, (last) => exportDevices(actor, last ? { ...asked, after: last.id } : asked));
