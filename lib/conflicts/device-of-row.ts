import { and, eq, ne } from 'drizzle-orm';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { type MaybeActor, requireTenant } from '@/lib/auth/actor';
import { type RowDevice, readRow } from '@/lib/devices/row-rules';
import { storedRecords } from '@/lib/devices/stored-rows';
import { AppError } from '@/lib/errors';

/** A device as a row of the organization's own upload has it, and for which customer. */
export interface RowOfUpload {
  customerId: string;
  device: RowDevice;
}

/**
 * Reads one row of a stored upload again, with the very rules it was registered by. The last row of a million takes seconds,
 * so not inside a transaction. Throws `not_found` for another organization's upload and for a row that names no device.
 */
export async function deviceOfRow(actor: MaybeActor, uploadId: string, row: number): Promise<RowOfUpload> {
  const own = and(
    eq(uploads.id, uploadId),
    eq(uploads.partnerId, requireTenant(actor).tenant.id),
    ne(uploads.state, 'receiving'),
  );
  const [upload] = await db.select().from(uploads).where(own);
  if (!upload || row > upload.total) throw new AppError('not_found');
  for await (const { columns, records } of storedRecords(upload)) {
    const record = records.find((candidate) => candidate.row === row);
    if (!record) continue;
    const { device } = readRow(columns, record);
    if (device) return { customerId: upload.customerId, device };
    break;
  }
  throw new AppError('not_found');
}
