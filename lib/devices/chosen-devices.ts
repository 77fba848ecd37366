import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { devices } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { holdReach } from '@/lib/partners/hold-reach';
import { registrarsInReach } from '@/lib/partners/reach';

/** Identifiers that an audit event repeats; the rest is counted. */
const named = 50;

/**
 * The devices of one customer that a partner chose, as a condition: those in its reach, the others passed over like ones that
 * never were. Holds the consent until the transaction ends. Throws `not_found` for a customer it may not act for.
 */
export async function chosenDevices(
  partner: Organization,
  { customerId, deviceIds }: { customerId: string; deviceIds: string[] },
): Promise<SQL | undefined> {
  if (!(await holdReach(partner, customerId))) throw new AppError('not_found');
  const registrars = await registrarsInReach(partner);
  return and(
    eq(devices.customerId, customerId),
    inArray(devices.id, deviceIds),
    inArray(devices.registrarId, registrars),
  );
}

/** What `returning` gives for each, so that an event can name them. */
export const identity = { serial: devices.serial, productKey: devices.productKey };

/** The first of the devices by name, for an audit event. */
export const namesOf = (found: { serial: string | null; productKey: string | null }[]): string[] =>
  found.slice(0, named).map(({ serial, productKey }) => serial ?? productKey ?? 'hardware hash');
