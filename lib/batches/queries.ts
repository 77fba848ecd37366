import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, batches, users } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';
import { devicesByBatch } from '@/lib/devices/count-devices';
import { findCustomer } from '@/lib/devices/find-customer';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { batchRuns, profilesByBatch } from '@/lib/profiles/batch-states';
import { query } from '@/lib/query';

/**
 * A customer's batches that the partner or its resellers made, or one of them, newest first, with who made each, how many of
 * its devices are registered now, which profiles those have, and whether they are being given one. Throws `not_found` for a
 * customer the partner may not act for.
 */
export const listBatches = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), batchId: z.uuid().optional() }),
  async run(actor, { customerId, batchId }) {
    const partner = requireTenant(actor).tenant;
    const customer = await findCustomer(partner, customerId);
    if (!customer) throw new AppError('not_found');
    const registrars = await registrarsInReach(partner);
    const [rows, registered] = await Promise.all([
      db
        .select({ id: batches.id, name: batches.name, createdAt: batches.createdAt, personName: makerName })
        .from(batches)
        .leftJoin(users, eq(users.id, batches.createdBy))
        .leftJoin(apiClients, eq(apiClients.id, batches.clientId))
        .where(
          and(
            eq(batches.customerId, customerId),
            inArray(batches.partnerId, registrars),
            batchId ? eq(batches.id, batchId) : undefined,
          ),
        )
        .orderBy(desc(batches.createdAt), asc(batches.id)),
      devicesByBatch(customerId, registrars),
    ]);
    const [profiles, runs] = await Promise.all([profilesByBatch(customerId), batchRuns(rows.map(({ id }) => id))]);
    return {
      customer,
      batches: rows.map((row) => ({
        ...row,
        devices: registered.get(row.id) ?? 0,
        profiles: profiles.get(row.id) ?? [],
        run: runs.get(row.id) ?? null,
      })),
    };
  },
});
