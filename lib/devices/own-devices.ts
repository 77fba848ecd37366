import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sum } from 'drizzle-orm';
import { db } from '@/db';
import { deviceCounts, devices, uploads } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { type ReachingPartner, registrarsInReach } from '@/lib/partners/reach';
import type { Lot } from './device-lots';
import { findCustomer } from './find-customer';

export interface OwnLot extends Lot {
  uploadId: string;
  /** The upload's own batch. */
  batchId: string | null;
}

interface Asked {
  customerId: string;
  batchId?: string | undefined;
  uploadId?: string | undefined;
}

/**
 * The devices of a customer that a partner sees and manages, by the upload that registered them, newest first; `theirs` is the
 * condition for those uploads. Throws `not_found` for a customer it may not act for.
 */
export async function ownLots(partner: ReachingPartner, { customerId, batchId, uploadId }: Asked) {
  const customer = await findCustomer(partner, customerId);
  if (!customer) throw new AppError('not_found');
  const registrars = await registrarsInReach(partner);
  const theirs = and(
    eq(uploads.customerId, customerId),
    inArray(uploads.partnerId, registrars),
    uploadId ? eq(uploads.id, uploadId) : undefined,
  );
  return { customer, lots: await lotsOf(theirs, batchId), theirs };
}

/** The devices of all uploads for which the condition holds, likewise. */
export async function lotsOf(theirs: SQL | undefined, batchId?: string): Promise<OwnLot[]> {
  const rows = await db
    .select({
      upload: uploads.number,
      uploadId: uploads.id,
      batchId: uploads.batchId,
      devices: sum(deviceCounts.devices),
    })
    .from(uploads)
    .innerJoin(deviceCounts, eq(deviceCounts.upload, uploads.number))
    .where(and(theirs, gt(deviceCounts.devices, 0), batchId ? eq(deviceCounts.batchId, batchId) : undefined))
    .groupBy(uploads.number, uploads.id, uploads.batchId)
    .orderBy(desc(uploads.number));
  return rows.map((row) => ({ ...row, devices: Number(row.devices) }));
}

/** The devices of an upload that are in the batch, or all of them. */
export function inLot(lot: OwnLot, batchId: string | undefined): SQL | undefined {
  const moved = !batchId ? undefined : lot.batchId === batchId ? isNull(devices.movedTo) : eq(devices.movedTo, batchId);
  return and(eq(devices.upload, lot.upload), moved);
}

/** Rows of one upload in the order of the list. */
export const newestFirst = desc(devices.row);
export const oldestFirst = asc(devices.row);
