import type { SQL } from 'drizzle-orm';
import { devices } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { holdReach } from '@/lib/partners/hold-reach';
import { registrarsInReach } from '@/lib/partners/reach';
import { atPlaces, findPlaces } from './device-places';

/** Identifiers that an audit event repeats; the rest is counted. */
const named = 50;

/**
 * The devices of one customer that a partner chose, as a condition: those in its reach, the others passed over like ones that
 * never were. Holds the consent until the transaction ends. Throws `not_found` for a customer it may not act for.
 */
export async function chosenDevices(
  partner: Organization,
  { customerId, deviceIds }: { customerId: string; deviceIds: string[] },
): Promise<SQL> {
  if (!(await holdReach(partner, customerId))) throw new AppError('not_found');
  const registrars = await registrarsInReach(partner);
  return atPlaces(devices, await findPlaces(deviceIds, { registrars, customerId }));
}

/** What `returning` gives for each, so that an event can name them. */
export const identity = { serial: devices.serial, productKey: devices.productKey };

/** Where each is, for the history of its device. */
export const place = { upload: devices.upload, row: devices.row };

/** The first of the devices by name, for an audit event. */
export const namesOf = (found: { serial: string | null; productKey: string | null }[]): string[] =>
  found.slice(0, named).map(({ serial, productKey }) => serial ?? productKey ?? 'hardware hash');
