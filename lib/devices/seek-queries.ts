import { and, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploadOf } from '@/db/bulk/device-id';
import { devices } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { withProfiles } from '@/lib/profiles/with-profiles';
import { query } from '@/lib/query';
import { type Part, seekInput, seekPage } from '@/lib/wire/seek';
import { sizeOf } from './device-lots';
import type { DevicePlace } from './device-places';
import { inLot, newestFirst, type OwnLot, oldestFirst, ownLots } from './own-devices';
import { placesOf } from './page-places';
import { describeDevices } from './queries';

/** A place in the list: beside the device of this id, whether or not that is still registered. */
const devicePlace = z.object({ id: z.uuid() });

type Beside = Part<z.output<typeof devicePlace>>;

/** Where the next devices of a batch are, from a place or an end on. */
async function placesBeside(lots: OwnLot[], batchId: string, { beside, backwards, limit, skip }: Beside) {
  if (!beside && !backwards) return placesOf(lots, batchId, skip, limit);
  const last = beside && uploadOf(beside.id);
  const places: DevicePlace[] = [];
  for (const lot of backwards ? lots.toReversed() : lots) {
    if (places.length >= limit) break;
    const passed = last && (backwards ? lot.uploadId < last.first : lot.uploadId > last.last);
    if (passed) continue;
    const within = last && lot.uploadId >= last.first && lot.uploadId <= last.last;
    const rows = await db
      .select({ upload: devices.upload, row: devices.row })
      .from(devices)
      .where(and(inLot(lot, batchId), within ? (backwards ? gt : lt)(devices.row, last.row) : undefined))
      .orderBy(backwards ? oldestFirst : newestFirst)
      .limit(limit - places.length);
    places.push(...rows);
  }
  return places;
}

/**
 * A batch's devices that the actor's organization registered, newest first, sought from a place in the list: what comes or goes
 * meanwhile moves nothing. Throws `not_found` for a customer the partner may not act for.
 */
export const seekDevices = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), batchId: z.uuid() }).extend(seekInput(devicePlace).shape),
  async run(actor, { customerId, batchId, ...seek }) {
    const { lots } = await ownLots(requireTenant(actor).tenant, { customerId, batchId });
    const page = await seekPage(seek, (part) => placesBeside(lots, batchId, part));
    const rows = await withProfiles(await describeDevices(page.rows), 'partner');
    return { ...page, rows, total: sizeOf(lots) };
  },
});
