import { inArray } from 'drizzle-orm';
import { db } from '@/db';
import { findDevices } from '@/db/bulk/devices';
import { tenants } from '@/db/schema';
import type { RowResult } from '@/lib/devices/row-results';

export interface Holder {
  customerId: string;
  customer: string;
  registrar: string;
}

/** Who has the devices of refused rows now, by the number of the row: for support alone, nobody else is told. */
export async function holdersOf(rows: RowResult[]): Promise<Map<number, Holder>> {
  const refused = rows.filter(({ code }) => code === 'other_tenant' || code === 'other_registrar');
  if (refused.length === 0) return new Map();
  const found = await findDevices(
    refused.map(({ serialNumber: serial, manufacturer, model }) => ({
      serial,
      manufacturer,
      model,
      productKey: null,
      hashDigest: null,
    })),
  );
  const ids = [...new Set(found.flatMap(({ customerId, registrarId }) => [customerId, registrarId]))];
  if (ids.length === 0) return new Map();
  const named = await db.select({ id: tenants.id, name: tenants.name }).from(tenants).where(inArray(tenants.id, ids));
  const nameOf = (id: string) => named.find((tenant) => tenant.id === id)?.name ?? '';
  return new Map(
    found.flatMap(({ at, customerId, registrarId }) => {
      const row = refused[at];
      return row
        ? [[row.row, { customerId, customer: nameOf(customerId), registrar: nameOf(registrarId) }] as const]
        : [];
    }),
  );
}
