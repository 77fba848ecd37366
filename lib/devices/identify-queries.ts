import { and, asc, eq, inArray, type SQLWrapper } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { deviceIdentities, devices, makes, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { ofMake } from './device-columns';
import { readDevice } from './device-queries';
import { findCustomer } from './find-customer';
import { stillRegistered } from './registered-hardware';

/** Devices answered at most: without its maker, a serial number may be several's. */
const atMost = 20;

const identifier = z.string().trim().min(1, 'Say what it is, or leave it out.').max(200).optional();

/** What a device is sought by, exactly as it was registered: all that is said has to be its own. */
export const identifyInput = z.object({
  serial: identifier,
  productKey: identifier,
  manufacturer: identifier,
  model: identifier,
});

type Identifiers = z.output<typeof identifyInput>;

const matching = (sought: Identifiers, columns: Record<keyof Identifiers, SQLWrapper>) =>
  and(
    ...Object.entries(sought).flatMap(([name, value]) =>
      value === undefined ? [] : [eq(columns[name as keyof Identifiers], value)],
    ),
  );

/** By what devices are known now. */
async function known(sought: Identifiers, customerId: string, registrars: string[]): Promise<string[]> {
  const { serial, productKey } = devices;
  const { manufacturer, model } = makes;
  const rows = await db
    .select({ uploadId: uploads.id, row: devices.row })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .leftJoin(makes, ofMake)
    .where(
      and(
        matching(sought, { serial, productKey, manufacturer, model }),
        eq(uploads.customerId, customerId),
        inArray(uploads.partnerId, registrars),
      ),
    )
    .orderBy(asc(devices.upload), asc(devices.row))
    .limit(atMost);
  return rows.map(({ uploadId, row }) => deviceId(uploadId, row));
}

/** By what devices were known before they were repaired (decision 0019). */
async function formerlyKnown(sought: Identifiers, customerId: string, registrars: string[]): Promise<string[]> {
  const { serial, productKey, manufacturer, model } = deviceIdentities;
  const rows = await db
    .select({ id: deviceIdentities.deviceId })
    .from(deviceIdentities)
    .where(
      and(
        matching(sought, { serial, productKey, manufacturer, model }),
        eq(deviceIdentities.customerId, customerId),
        inArray(deviceIdentities.registrarId, registrars),
      ),
    )
    .limit(atMost);
  const ids = [...new Set(rows.map(({ id }) => id))];
  return (await stillRegistered(ids, { registrars, customerId })).map(({ id }) => id);
}

/**
 * The devices of a customer that these identifiers mean, also those that were repaired since, each with its upload, batch and
 * profile; nearly always one. Throws `not_found` for a customer that the partner may not act for.
 */
export const identifyDevices = query({
  allow: 'devices:read',
  input: identifyInput
    .extend({ customerId: z.uuid() })
    .refine(({ serial, productKey }) => serial ?? productKey, 'Name a serial number or a product key.'),
  async run(actor, { customerId, ...sought }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const registrars = await registrarsInReach(tenant);
    const now = await known(sought, customerId, registrars);
    const before = await formerlyKnown(sought, customerId, registrars);
    const ids = [...new Set([...now, ...before])].slice(0, atMost);
    return Promise.all(ids.map((id) => readDevice(actor, { deviceId: id })));
  },
});
