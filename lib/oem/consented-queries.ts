import { and, eq, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { consentsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { consentLinkOf } from './consent-link';

/**
 * Which customer is meant among those that consent to the actor's organization now. `none`, with the link to send, for an
 * organization that never consented, does no longer, or is none at all; `disagree` where id and domain mean two.
 */
export const findConsented = query({
  allow: 'oem_devices:register',
  input: z.object({ tenantId: z.string().toLowerCase().nullable(), tenantDomain: z.string().toLowerCase().nullable() }),
  async run(actor, { tenantId, tenantDomain }) {
    const { tenant } = requireTenant(actor);
    const named = or(
      tenantId ? eq(tenants.id, tenantId) : undefined,
      tenantDomain ? eq(tenants.domain, tenantDomain) : undefined,
    );
    const found = named
      ? await db
          .select({ id: tenants.id, domain: tenants.domain })
          .from(consents)
          .innerJoin(tenants, eq(tenants.id, consents.customerId))
          .where(and(consentsInReach(tenant), named))
      : [];
    if (found.length === 0) return { state: 'none', link: (await consentLinkOf(tenant.id))?.url ?? null } as const;
    const meant = found.find(
      ({ id, domain }) => (!tenantId || id === tenantId) && (!tenantDomain || domain === tenantDomain),
    );
    return meant ? ({ state: 'consented', customerId: meant.id } as const) : ({ state: 'disagree' } as const);
  },
});
