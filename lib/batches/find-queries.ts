import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { batches } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';

/**
 * The batch that a program means by a name, without regard to case: the organization's own before one of its resellers'. Throws
 * `not_found` for a batch or a customer that is out of reach.
 */
export const findBatch = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), name: z.string().max(1000) }),
  async run(actor, { customerId, name }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const found = await db
      .select({ id: batches.id, name: batches.name, partnerId: batches.partnerId })
      .from(batches)
      .where(
        and(
          eq(batches.customerId, customerId),
          eq(batches.nameKey, name.toLowerCase()),
          inArray(batches.partnerId, await registrarsInReach(tenant)),
        ),
      )
      .orderBy(asc(batches.id));
    const batch = found.find(({ partnerId }) => partnerId === tenant.id) ?? found[0];
    if (!batch) throw new AppError('not_found');
    return { id: batch.id, name: batch.name };
  },
});
