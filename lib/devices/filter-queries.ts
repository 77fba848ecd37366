import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { batches, profiles } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { findCustomer } from './find-customer';

/** Batches that are offered; older ones are on the page of batches. */
const latest = 100;

/** What a list of a customer's devices can be narrowed to: the latest batches, and the partner's profiles. Throws `not_found`. */
export const filterChoices = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid() }),
  async run(actor, { customerId }) {
    const partner = requireTenant(actor).tenant;
    if (!(await findCustomer(partner, customerId))) throw new AppError('not_found');
    const own = await registrarsInReach(partner);
    const [batchRows, profileRows] = await Promise.all([
      db
        .select({ id: batches.id, name: batches.name })
        .from(batches)
        .where(and(eq(batches.customerId, customerId), inArray(batches.partnerId, own)))
        .orderBy(desc(batches.id))
        .limit(latest),
      db
        .select({ id: profiles.id, name: profiles.name })
        .from(profiles)
        .where(and(eq(profiles.customerId, customerId), eq(profiles.source, 'partner'), inArray(profiles.makerId, own)))
        .orderBy(asc(profiles.nameKey), asc(profiles.id)),
    ]);
    return { batches: batchRows, profiles: profileRows };
  },
});
