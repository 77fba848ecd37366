import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflicts, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';
import { query } from '@/lib/query';
import { refusedRow } from './ask-input';
import { deviceOfRow } from './device-of-row';
import { askedBy } from './sides';
import type { ConflictState } from './state';

/** As a page of results has them. */
const rowsShown = z.array(z.object({ row: z.int(), serialNumber: z.string(), productKey: z.string() })).max(1000);

/**
 * For rows of an upload that were told `other_tenant`, the organization's latest conflict about each: about the row itself, or
 * about the same serial number or product key for the same customer, from whatever upload.
 */
export const conflictsOfRows = query({
  allow: 'conflicts:read',
  input: z.object({ uploadId: z.uuid(), rows: rowsShown }),
  async run(actor, { uploadId, rows }): Promise<Map<number, { state: ConflictState; href: string }>> {
    const told = new Map<number, { state: ConflictState; href: string }>();
    if (rows.length === 0) return told;
    const mine = askedBy(requireTenant(actor));
    const customer = db.select({ id: uploads.customerId }).from(uploads).where(eq(uploads.id, uploadId));
    const named = (values: string[]) => [...new Set(values.map((value) => value.trim()).filter(Boolean))];
    const of = [
      and(
        eq(conflicts.uploadId, uploadId),
        inArray(
          conflicts.row,
          rows.map(({ row }) => row),
        ),
      ),
      inArray(conflicts.serial, named(rows.map(({ serialNumber }) => serialNumber))),
      inArray(conflicts.productKey, named(rows.map(({ productKey }) => productKey))),
    ];
    const found = await db
      .select()
      .from(conflicts)
      .where(and(mine, inArray(conflicts.askerCustomerId, customer), or(...of)))
      .orderBy(desc(conflicts.id));
    for (const { row, serialNumber, productKey } of rows) {
      const about = found.find(
        (conflict) =>
          (conflict.uploadId === uploadId && conflict.row === row) ||
          (conflict.serial !== '' && conflict.serial === serialNumber.trim()) ||
          (conflict.productKey !== '' && conflict.productKey === productKey.trim()),
      );
      if (about) told.set(row, { state: about.state, href: paths.conflict(about.id) });
    }
    return told;
  },
});

/** What somebody is about to ask for: the device as the row has it, and the customer it is for. Throws `not_found`. */
export const askTarget = query({
  allow: 'conflicts:ask',
  input: refusedRow,
  async run(actor, { uploadId, row }) {
    const { customerId, device } = await deviceOfRow(actor, uploadId, row);
    const customer = await findCustomer(requireTenant(actor).tenant, customerId);
    if (!customer) throw new AppError('not_found');
    const { serial, manufacturer, model, productKey, hash } = device;
    const facts = { serial: serial ?? '', manufacturer, model, productKey: productKey ?? '', hashed: hash !== null };
    return { customer, device: facts };
  },
});
