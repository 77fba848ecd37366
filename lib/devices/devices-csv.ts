import type { MaybeActor } from '@/lib/auth/actor';
import { csvLine } from './escape-cell';
import { fieldLabels } from './parse-header';
import { type ExportedDevice, exportDevices } from './queries';

const fields = ['serial', 'productKey', 'hash', 'manufacturer', 'model', 'groupTag', 'assignedUser'] as const;
const header = fields.map((field) => fieldLabels[field]);
const cells = (device: ExportedDevice): string[] => fields.map((field) => device[field] ?? '');

/**
 * A customer's devices under the headers of the template, so that the file uploads again unchanged: RFC 4180 text in UTF-8
 * with a byte order mark, piece by piece. The first piece is read before this resolves, so that a refusal is an error and
 * not half a file.
 */
export async function devicesCsv(
  actor: MaybeActor,
  asked: { customerId: string; search: string; batchId?: string | undefined },
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let rows = await exportDevices(actor, asked);
  let opening = `\ufeff${csvLine(header)}`;
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(opening + rows.map((row) => csvLine(cells(row))).join('')));
      opening = '';
      const last = rows.at(-1);
      rows = last ? await exportDevices(actor, { ...asked, after: last.id }) : [];
      if (rows.length === 0) controller.close();
    },
  });
}
