import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

/** The actor's own organization, as other partners know it. */
export const ownOrganization = query({
  allow: 'customers:reach',
  input: z.object({}),
  async run(actor) {
    const [own] = await db
      .select({ id: tenants.id, name: tenants.name, mpnId: tenants.mpnId, country: tenants.country })
      .from(tenants)
      .where(eq(tenants.id, requireTenant(actor).tenant.id));
    if (!own) throw new AppError('not_found');
    return own;
  },
});
