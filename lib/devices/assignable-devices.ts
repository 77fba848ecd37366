import { and, asc, eq, gt, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { devices, uploads } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import type { ReachingPartner } from '@/lib/partners/reach';
import { chosenDevices } from './chosen-devices';
import { atPlaces, type DevicePlace, findPlaces } from './device-places';
import { inLot, ownLots } from './own-devices';

/** A device as far as its profile goes. */
export interface AssignableDevice extends DevicePlace {
  batchId: string;
  serial: string | null;
  productKey: string | null;
}

const find = (where: SQL | undefined) =>
  db
    .select({
      upload: devices.upload,
      row: devices.row,
      movedTo: devices.movedTo,
      home: uploads.batchId,
      serial: devices.serial,
      productKey: devices.productKey,
    })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .where(where);

type Found = Awaited<ReturnType<typeof find>>[number];
const assignable = ({ movedTo, home, ...device }: Found): AssignableDevice => ({
  ...device,
  batchId: (movedTo ?? home) as string,
});

/**
 * Those of the chosen devices that an organization may give a profile: a partner what is in its reach, a customer all that is
 * registered for it. Throws `not_found` for a customer that the organization may not act for.
 */
export async function chosenToAssign(
  tenant: Organization,
  choice: { customerId: string; deviceIds: string[] },
): Promise<AssignableDevice[]> {
  if (tenant.kind !== 'customer') return (await find(await chosenDevices(tenant, choice))).map(assignable);
  if (tenant.id !== choice.customerId) throw new AppError('not_found');
  const places = await findPlaces(choice.deviceIds, { customerId: tenant.id });
  return (await find(atPlaces(devices, places))).map(assignable);
}

/** The next devices of a batch that are in the partner's reach, in the order they were registered in, after this place. */
export async function batchToAssign(
  partner: ReachingPartner,
  batch: { id: string; customerId: string },
  after: DevicePlace,
  limit: number,
): Promise<AssignableDevice[]> {
  const { lots } = await ownLots(partner, { customerId: batch.customerId, batchId: batch.id });
  const found: AssignableDevice[] = [];
  for (const lot of lots.reverse()) {
    if (found.length >= limit) break;
    if (lot.upload < after.upload) continue;
    const rest = lot.upload === after.upload ? gt(devices.row, after.row) : undefined;
    const rows = await find(and(inLot(lot, batch.id), rest))
      .orderBy(asc(devices.row))
      .limit(limit - found.length);
    found.push(...rows.map(assignable));
  }
  return found;
}
