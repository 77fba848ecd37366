import { eq, sql } from 'drizzle-orm';
import { batches, devices, makes, uploads } from '@/db/schema';

/** Joins a device, beside its upload, with the batch it is in: the one it was moved to, else its upload's. */
export const inBatch = eq(batches.id, sql`coalesce(${devices.movedTo}, ${uploads.batchId})`);

/** Joins a device with its make; a device of any make has none, so it is a left join. */
export const ofMake = eq(makes.number, devices.make);

/** Both are '' for a device of any make. */
export const make = {
  manufacturer: sql<string>`coalesce(${makes.manufacturer}, '')`,
  model: sql<string>`coalesce(${makes.model}, '')`,
};
