import { and, eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { devices, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { chosenAtMost } from './choice-input';
import { findCustomer } from './find-customer';

/** Well below the number of parameters a statement may have on either engine. */
const atOnce = 500;

/**
 * Which of a customer's devices a list of serial numbers and product keys means, exactly as written, and which of them mean
 * none. Only devices in the partner's reach; a customer out of reach is `not_found`.
 */
export const matchDevices = query({
  allow: 'devices:read',
  input: z.object({
    customerId: z.uuid(),
    identifiers: z.array(z.string().trim().min(1).max(200)).min(1).max(chosenAtMost),
  }),
  async run(actor, { customerId, identifiers }) {
    const partner = requireTenant(actor).tenant;
    if (!(await findCustomer(partner, customerId))) throw new AppError('not_found');
    const theirs = and(
      eq(uploads.customerId, customerId),
      inArray(uploads.partnerId, await registrarsInReach(partner)),
    );
    const wanted = [...new Set(identifiers)];
    const ids = new Set<string>();
    const known = new Set<string | null>();
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce);
      const rows = await db
        .select({
          uploadId: uploads.id,
          row: devices.row,
          serial: devices.serial,
          productKey: devices.productKey,
        })
        .from(devices)
        .innerJoin(uploads, eq(uploads.number, devices.upload))
        .where(and(theirs, or(inArray(devices.serial, some), inArray(devices.productKey, some))));
      for (const { uploadId, row, serial, productKey } of rows) {
        ids.add(deviceId(uploadId, row));
        known.add(serial).add(productKey);
      }
    }
    return { deviceIds: [...ids], missing: wanted.filter((identifier) => !known.has(identifier)) };
  },
});
