import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, devices, partnerLinks, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';

const partners = alias(tenants, 'partners');
const providers = alias(tenants, 'providers');

/** Devices registered for a customer now, by the organization that registered them. */
async function devicesByRegistrar(customerId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ registrarId: devices.registrarId, total: count() })
    .from(devices)
    .where(eq(devices.customerId, customerId))
    .groupBy(devices.registrarId);
  return new Map(rows.map(({ registrarId, total }) => [registrarId, total]));
}

/** Every partner that may act for the actor's organization now, by name, with what it may do and how much it has done. */
export const listRelationships = query({
  allow: 'relationships:read',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireUser(actor);
    const [rows, registered] = await Promise.all([
      db
        .select({
          id: consents.id,
          kind: consents.kind,
          dap: consents.dap,
          since: consents.grantedAt,
          grantedBy: users.name,
          partnerId: partners.id,
          partnerName: partners.name,
          partnerDomain: partners.domain,
          providerId: providers.id,
          providerName: providers.name,
        })
        .from(consents)
        .innerJoin(partners, eq(partners.id, consents.partnerId))
        .innerJoin(users, eq(users.id, consents.grantedBy))
        // A provider's permission is derived from its tie to the reseller, and ends with it.
        .leftJoin(
          partnerLinks,
          and(
            eq(partnerLinks.providerId, consents.providerId),
            eq(partnerLinks.resellerId, consents.partnerId),
            isNull(partnerLinks.endedAt),
          ),
        )
        .leftJoin(providers, eq(providers.id, partnerLinks.providerId))
        .where(and(eq(consents.customerId, tenant.id), isNull(consents.revokedAt)))
        .orderBy(asc(partners.sortName), asc(consents.id)),
      devicesByRegistrar(tenant.id),
    ]);
    return rows.map((row) => ({
      ...row,
      customerName: tenant.name,
      devices: registered.get(row.partnerId) ?? 0,
      providerDevices: row.providerId ? (registered.get(row.providerId) ?? 0) : 0,
    }));
  },
});

export type Relationship = Awaited<ReturnType<typeof listRelationships>>[number];
