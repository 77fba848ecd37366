import { and, asc, count, desc, eq, gt, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { db } from '@/db';
import { batches, consents, deviceHashes, devices, tenants } from '@/db/schema';
import { type Organization, requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { shortestSearch } from './device-search';
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

interface Narrowing {
  customerId: string;
  search: string;
  batchId?: string | undefined;
}

/** The devices of a customer that a partner sees and manages. Throws `not_found` for a customer it may not act for. */
async function ownDevices(partner: Organization, { customerId, search, batchId }: Narrowing) {
  const customer = await findCustomer(partner, customerId);
  if (!customer) throw new AppError('not_found');
  const registrars = await registrarsInReach(partner);
  const where = and(
    eq(devices.customerId, customerId),
    inArray(devices.registrarId, registrars),
    batchId ? eq(devices.batchId, batchId) : undefined,
    found(search),
  );
  return { customer, where };
}

/** What every list of devices shows. */
const listed = {
  id: devices.id,
  serial: devices.serial,
  productKey: devices.productKey,
  manufacturer: devices.manufacturer,
  model: devices.model,
  groupTag: devices.groupTag,
  batch: batches.name,
  registeredAt: devices.registeredAt,
};

const searched = z.string().trim().max(200).default('');

/**
 * A customer's devices that the actor's organisation registered (DESIGN §3, rule 6), newest first, searched by the beginning
 * of serial number or product key. Throws `not_found` for a customer the partner may not act for.
 */
export const listDevices = query({
  allow: 'devices:read',
  input: z.object({
    customerId: z.uuid(),
    search: searched,
    batchId: z.uuid().optional(),
    page: z.int().min(1).default(1),
    pageSize: z.int().min(1).max(200).default(50),
  }),
  async run(actor, { page, pageSize, ...narrowing }) {
    const { customer, where: theirs } = await ownDevices(requireUser(actor).tenant, narrowing);
    const [counted] = await db.select({ total: count() }).from(devices).where(theirs);
    const items = await db
      .select({ ...listed, uploadId: devices.uploadId, row: devices.row })
      .from(devices)
      .innerJoin(batches, eq(batches.id, devices.batchId))
      .where(theirs)
      .orderBy(desc(devices.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { customer, items, total: counted?.total ?? 0 };
  },
});

/** Hashes are 4,000 characters each. */
const exportedAtOnce = 500;

/** The next devices of the same list, oldest first, with their hashes: those after the device `after`; none at the end. */
export const exportDevices = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), search: searched, batchId: z.uuid().optional(), after: z.uuid().optional() }),
  async run(actor, { after, ...narrowing }) {
    const { where } = await ownDevices(requireUser(actor).tenant, narrowing);
    return db
      .select({
        id: devices.id,
        serial: devices.serial,
        productKey: devices.productKey,
        hash: deviceHashes.hash,
        manufacturer: devices.manufacturer,
        model: devices.model,
        groupTag: devices.groupTag,
        assignedUser: devices.assignedUser,
        orderNumber: devices.orderNumber,
      })
      .from(devices)
      .leftJoin(deviceHashes, eq(deviceHashes.deviceId, devices.id))
      .where(and(where, after ? gt(devices.id, after) : undefined))
      .orderBy(asc(devices.id))
      .limit(exportedAtOnce);
  },
});

export type ExportedDevice = Awaited<ReturnType<typeof exportDevices>>[number];

/** Devices found at most; who finds more has to say more. */
export const foundAtMost = 200;

/**
 * Devices of all customers whose serial number or product key begins with the text, by customer and then newest first: the
 * first of `foundAtMost`, and whether there are `more`. Nothing for a text below `shortestSearch`. Only what is in reach.
 */
export const findDevices = query({
  allow: 'devices:read',
  input: z.object({ search: searched }),
  async run(actor, { search }) {
    if (search.length < shortestSearch) return { items: [], more: false };
    const partner = requireUser(actor).tenant;
    const inReach = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(partner));
    const some = db
      .select({ id: devices.id })
      .from(devices)
      .where(
        and(
          found(search),
          inArray(devices.registrarId, await registrarsInReach(partner)),
          inArray(devices.customerId, inReach),
        ),
      )
      .limit(foundAtMost + 1)
      .as('some');
    const items = await db
      .select({ ...listed, customerId: tenants.id, customerName: tenants.name })
      .from(some)
      .innerJoin(devices, eq(devices.id, some.id))
      .innerJoin(batches, eq(batches.id, devices.batchId))
      .innerJoin(tenants, eq(tenants.id, devices.customerId))
      .orderBy(asc(tenants.sortName), desc(devices.id));
    return { items: items.slice(0, foundAtMost), more: items.length > foundAtMost };
  },
});
