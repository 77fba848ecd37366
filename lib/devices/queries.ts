import { and, count, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { db } from '@/db';
import { batches, devices } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { findCustomer } from './find-customer';

/** Values that begin with the text: a range of an index that is ordered by bytes. */
function beginsWith(column: PgColumn, text: string): SQL | undefined {
  return and(gte(column, text), lt(column, `${text}\u{10ffff}`));
}

/** Serial numbers keep their case, so a search tries the text as typed, in capitals and in small letters. */
function found(search: string): SQL | undefined {
  if (search === '') return undefined;
  const spellings = [...new Set([search, search.toUpperCase(), search.toLowerCase()])];
  return or(...[devices.serial, devices.productKey].flatMap((key) => spellings.map((text) => beginsWith(key, text))));
}

/**
 * A customer's devices that the actor's organisation registered (DESIGN §3, rule 6), newest first, searched by the beginning
 * of serial number or product key. Throws `not_found` for a customer the partner may not act for.
 */
export const listDevices = query({
  allow: 'devices:read',
  input: z.object({
    customerId: z.uuid(),
    search: z.string().trim().max(200).default(''),
    page: z.int().min(1).default(1),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  async run(actor, { customerId, search, page, pageSize }) {
    const partner = requireUser(actor).tenant;
    const customer = await findCustomer(partner, customerId);
    if (!customer) throw new AppError('not_found');
    const theirs = and(
      eq(devices.customerId, customerId),
      inArray(devices.registrarId, await registrarsInReach(partner)),
      found(search),
    );
    const [counted] = await db.select({ total: count() }).from(devices).where(theirs);
    const items = await db
      .select({
        id: devices.id,
        serial: devices.serial,
        productKey: devices.productKey,
        manufacturer: devices.manufacturer,
        model: devices.model,
        groupTag: devices.groupTag,
        batch: batches.name,
        registeredAt: devices.registeredAt,
        uploadId: devices.uploadId,
        row: devices.row,
      })
      .from(devices)
      .innerJoin(batches, eq(batches.id, devices.batchId))
      .where(theirs)
      .orderBy(desc(devices.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { customer, items, total: counted?.total ?? 0 };
  },
});
