import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { partnerLinks, tenants } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { query } from '@/lib/query';

/** The resellers that are linked to the actor's organization now, by name; a partner that is no provider has none. */
export const listLinked = query({
  allow: 'partner_links:read',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireTenant(actor);
    return db
      .select({
        id: tenants.id,
        name: tenants.name,
        sort: tenants.sortName,
        mpnId: tenants.mpnId,
        country: tenants.country,
      })
      .from(partnerLinks)
      .innerJoin(tenants, eq(tenants.id, partnerLinks.resellerId))
      .where(and(eq(partnerLinks.providerId, tenant.id), isNull(partnerLinks.endedAt)))
      .orderBy(asc(tenants.sortName), asc(tenants.id));
  },
});
