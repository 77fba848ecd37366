import { and, between, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { uploadOf } from '@/db/bulk/device-id';
import { type deviceHashes, type deviceProfiles, type devices, uploads } from '@/db/schema';

/** Where a device is kept: the number of the upload that registered it, and its row there. */
export interface DevicePlace {
  upload: number;
  row: number;
}

/**
 * Whose uploads: those of some registrars, for one customer or for all of theirs; everybody's for one customer; or, for support
 * alone, everybody's.
 */
export type DeviceScope =
  | { everybodys: true; registrars?: undefined; customerId?: undefined }
  | { registrars: string[]; customerId?: string }
  | { registrars?: undefined; customerId: string };

/** Uploads asked for in one statement. */
const atOnce = 200;

/** Where devices of these ids would be, as far as they are of those uploads. */
export async function findPlaces(deviceIds: string[], { registrars, customerId }: DeviceScope): Promise<DevicePlace[]> {
  const rows = new Map<string, { last: string; rows: number[] }>();
  for (const id of deviceIds) {
    const { first, last, row } = uploadOf(id);
    const upload = rows.get(first) ?? { last, rows: [] };
    upload.rows.push(row);
    rows.set(first, upload);
  }
  const wanted = [...rows].map(([first, { last }]) => between(uploads.id, first, last));
  const places: DevicePlace[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    const found = await db
      .select({ id: uploads.id, number: uploads.number })
      .from(uploads)
      .where(
        and(
          or(...wanted.slice(from, from + atOnce)),
          registrars ? inArray(uploads.partnerId, registrars) : undefined,
          customerId ? eq(uploads.customerId, customerId) : undefined,
        ),
      );
    for (const { id, number } of found) {
      for (const row of rows.get(uploadOf(id).first)?.rows ?? []) places.push({ upload: number, row });
    }
  }
  return places;
}

/** A condition for rows of these places, up to some thousand of them. The numbers are our own, so they stand in the statement. */
export function atPlaces(
  table: typeof devices | typeof deviceHashes | typeof deviceProfiles,
  places: DevicePlace[],
): SQL {
  if (places.length === 0) return sql`1 = 0`;
  const values = places.map(({ upload, row }) => `(${Math.trunc(upload)}, ${Math.trunc(row)})`).join(', ');
  return sql`(${table.upload}, ${table.row}) in (values ${sql.raw(values)})`;
}
