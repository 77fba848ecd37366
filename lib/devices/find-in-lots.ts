import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { deviceProfiles, devices, uploads } from '@/db/schema';
import type { Sought } from './device-filter';
import { anyMarked, type DeviceMark, isMarked } from './device-marks';
import { atPlaces, type DevicePlace } from './device-places';
import { inLot, newestFirst, type OwnLot } from './own-devices';

/** Lots looked into in one statement. Their numbers are our own, so they stand in it. */
const atOnce = 1000;

/** Joins a device with the profile of a partner's that it has. */
const havingProfile = (profileId: string) =>
  and(
    eq(deviceProfiles.profileId, profileId),
    eq(deviceProfiles.source, 'partner'),
    eq(deviceProfiles.upload, devices.upload),
    eq(deviceProfiles.row, devices.row),
  );

/** Of uploads: null where none of its devices has the profile. */
const anyWithProfile = (profileId: string): SQL =>
  sql`(select 1 from ${deviceProfiles} where ${eq(deviceProfiles.profileId, profileId)}
    and ${deviceProfiles.source} = 'partner' and ${deviceProfiles.upload} = ${uploads.number} limit 1)`;

/** The lots that have any such device, in their order: one look into an index for each. */
async function lotsWith(lots: OwnLot[], any: SQL | undefined): Promise<OwnLot[]> {
  if (!any) return lots;
  const known = new Set<number>();
  for (let from = 0; from < lots.length; from += atOnce) {
    const numbers = lots.slice(from, from + atOnce).map(({ upload }) => upload);
    const rows = await db
      .select({ number: uploads.number })
      .from(uploads)
      .where(and(sql`${uploads.number} in (${sql.raw(numbers.join(', '))})`, isNotNull(any)));
    for (const { number } of rows) known.add(number);
  }
  return lots.filter(({ upload }) => known.has(upload));
}

/** Marked devices of a lot that are few: they are looked at one by one, and more than these in the order of the list. */
const few = 1000;

/** The places of a lot's marked devices where they are few, from the index alone; null where they are many. */
async function fewMarked(lot: OwnLot, mark: DeviceMark): Promise<DevicePlace[] | null> {
  const places = await db
    .select({ upload: devices.upload, row: devices.row })
    .from(devices)
    .where(and(eq(devices.upload, lot.upload), isMarked(mark)))
    .limit(few + 1);
  return places.length > few ? null : places;
}

async function findInLot(lot: OwnLot, { batchId, marks, profileId }: Sought, atMost: number): Promise<DevicePlace[]> {
  const [mark] = marks;
  const more = marks.length > 1 || batchId || profileId;
  const places = mark && more ? await fewMarked(lot, mark) : null;
  const rows = db.select({ upload: devices.upload, row: devices.row }).from(devices).$dynamic();
  if (profileId) rows.innerJoin(deviceProfiles, havingProfile(profileId));
  return rows
    .where(and(inLot(lot, batchId), ...marks.map(isMarked), places ? atPlaces(devices, places) : undefined))
    .orderBy(newestFirst)
    .limit(atMost);
}

/** The devices of these lots that have all that is sought, in the lots' order: so many at most. */
export async function findInLots(lots: OwnLot[], sought: Sought, atMost: number): Promise<DevicePlace[]> {
  const { marks, profileId } = sought;
  const [mark] = marks;
  const any = mark ? anyMarked(mark) : profileId ? anyWithProfile(profileId) : undefined;
  const places: DevicePlace[] = [];
  for (const lot of await lotsWith(lots, any)) {
    if (places.length >= atMost) break;
    places.push(...(await findInLot(lot, sought, atMost - places.length)));
  }
  return places;
}

/** A device has the profile; for rows that were found by something else. */
export const hasProfile = (profileId: string): SQL =>
  sql`exists (select 1 from ${deviceProfiles} where ${havingProfile(profileId)})`;
