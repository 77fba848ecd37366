import { and, asc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { findDevices } from '@/db/bulk/devices';
import { uploadSegments, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { findCustomer } from './find-customer';
import { type RowResult, unpackResults } from './row-results';
import { storedRecords } from './stored-rows';
import type { UploadState } from './upload-state';

/** What one device of a submission was told: at its place, also while it waits. */
export interface SubmittedResult {
  row: number;
  /** Where it is registered for this customer by this partner. */
  deviceId: string | null;
  serialNumber: string;
  productKey: string;
  /** Null while it waits. */
  result: RowResult | null;
}

/** Rows whose device was there before; it is found by what they say. */
async function idsOf(results: RowResult[], customerId: string, own: ReadonlySet<string>): Promise<Map<number, string>> {
  const keys = results.map(({ serialNumber, manufacturer, model, productKey }) => ({
    serial: serialNumber || null,
    manufacturer,
    model,
    productKey: productKey || null,
    hashDigest: null,
  }));
  const ids = new Map<number, string>();
  for (const { at, id, customerId: holder, registrarId } of await findDevices(keys)) {
    const row = results[at]?.row;
    if (row !== undefined && holder === customerId && own.has(registrarId)) ids.set(row, id);
  }
  return ids;
}

/**
 * How an upload of the actor's organization stands, with what each of its rows was told, in their order: the answer to a
 * submission. Another organization's upload, or one for another customer, is `not_found`.
 */
export const readJob = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), uploadId: z.uuid() }),
  async run(actor, { customerId, uploadId }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const mine = and(eq(uploads.id, uploadId), eq(uploads.partnerId, tenant.id), eq(uploads.customerId, customerId));
    const [upload] = await db
      .select()
      .from(uploads)
      .where(and(mine, ne(uploads.state, 'receiving')));
    if (!upload) throw new AppError('not_found');
    const segments = await db
      .select({ results: uploadSegments.results })
      .from(uploadSegments)
      .where(eq(uploadSegments.uploadId, uploadId))
      .orderBy(asc(uploadSegments.firstRow));
    const told = segments.flatMap(({ results }) => unpackResults(results));
    const unchanged = told.filter(({ status }) => status === 'unchanged');
    const before = await idsOf(unchanged, customerId, new Set(await registrarsInReach(tenant)));
    const results = told.map((result): SubmittedResult => {
      const { row, serialNumber, productKey, status } = result;
      const id = status === 'registered' ? deviceId(uploadId, row) : (before.get(row) ?? null);
      return { row, deviceId: id, serialNumber, productKey, result };
    });
    const waiting: SubmittedResult[] = [];
    if (told.length < upload.total) {
      for await (const { columns, records } of storedRecords(upload)) {
        const cell = (cells: string[], at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''));
        for (const { row, cells } of records.filter((record) => record.row > told.length)) {
          const serialNumber = cell(cells, columns.at.serial);
          waiting.push({
            row,
            deviceId: null,
            serialNumber,
            productKey: cell(cells, columns.at.productKey),
            result: null,
          });
        }
      }
    }
    const { createdAt, startedAt, finishedAt, failureCode, failureMessage } = upload;
    const state = upload.state as UploadState;
    return { state, createdAt, startedAt, finishedAt, failureCode, failureMessage, devices: [...results, ...waiting] };
  },
});

export type Job = Awaited<ReturnType<typeof readJob>>;
