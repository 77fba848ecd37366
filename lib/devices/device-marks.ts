import { eq, type SQL, sql } from 'drizzle-orm';
import { devices, uploads } from '@/db/schema';

/** A value that devices have in common; each column has an index (value, upload, row). */
export interface DeviceMark {
  column: 'groupTag' | 'orderNumber';
  value: string;
}

export const devicesMarked = (column: DeviceMark['column'], value: string | undefined): DeviceMark[] =>
  value ? [{ column, value }] : [];

export const isMarked = ({ column, value }: DeviceMark): SQL => eq(devices[column], value);

/** The same where another index is to be read: this one could hold a million devices of others. */
export const isMarkedToo = ({ column, value }: DeviceMark): SQL => sql`${devices[column]} || '' = ${value}`;

/** Of uploads: null where none of its devices has the mark. One look into the index, on either engine. */
export const anyMarked = ({ column, value }: DeviceMark): SQL =>
  sql`(select 1 from ${devices} where ${devices[column]} = ${value} and ${devices.upload} = ${uploads.number} limit 1)`;
