import { desc, eq, inArray, or } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { conflicts, consentRequests, removalRequests, tenants, users } from '@/db/schema';
import { pastRelationshipsOf } from '@/lib/consent/receipt-queries';
import { relationshipsOf } from '@/lib/consent/relationship-queries';
import { devicesByRegistrar } from '@/lib/devices/count-devices';
import { query } from '@/lib/query';
import { findTenant } from './find-tenant';

/** The latest of each that support reads on one page. */
const latest = 10;

const partners = alias(tenants, 'partners');

const namesOf = async (ids: string[]) =>
  ids.length === 0
    ? []
    : db.select({ id: tenants.id, name: tenants.name }).from(tenants).where(inArray(tenants.id, ids));

/** Whom a customer may be acted for by, whom it was, and devices registered for it now by who registered them. */
export const readRelationships = query({
  allow: 'support:read',
  input: z.object({ tenantId: z.uuid() }),
  async run(_actor, { tenantId }) {
    const customer = await findTenant(tenantId);
    const [active, past, registered] = await Promise.all([
      relationshipsOf(customer),
      pastRelationshipsOf(tenantId, 1),
      devicesByRegistrar(tenantId),
    ]);
    const registrars = await namesOf([...registered.keys()]);
    return {
      active,
      past: past.rows,
      pastTotal: past.total,
      devices: registrars
        .map((registrar) => ({ ...registrar, devices: registered.get(registrar.id) ?? 0 }))
        .filter(({ devices }) => devices > 0)
        .sort((a, b) => b.devices - a.devices || a.name.localeCompare(b.name, 'en')),
    };
  },
});

/** What a customer answered and asked: consent requests, removals, and device conflicts on either side, each latest first. */
export const readCustomerCases = query({
  allow: 'support:read',
  input: z.object({ tenantId: z.uuid() }),
  async run(_actor, { tenantId }) {
    await findTenant(tenantId);
    const [answers, removals, cases] = await Promise.all([
      db
        .select({
          id: consentRequests.id,
          state: consentRequests.state,
          kind: consentRequests.kind,
          partnerName: partners.name,
          by: users.name,
          at: consentRequests.decidedAt,
        })
        .from(consentRequests)
        .innerJoin(partners, eq(partners.id, consentRequests.partnerId))
        .leftJoin(users, eq(users.id, consentRequests.decidedBy))
        .where(eq(consentRequests.customerId, tenantId))
        .orderBy(desc(consentRequests.createdAt), desc(consentRequests.id))
        .limit(latest),
      db
        .select({
          id: removalRequests.id,
          state: removalRequests.state,
          partnerName: partners.name,
          at: removalRequests.createdAt,
        })
        .from(removalRequests)
        .innerJoin(partners, eq(partners.id, removalRequests.partnerId))
        .where(eq(removalRequests.customerId, tenantId))
        .orderBy(desc(removalRequests.createdAt), desc(removalRequests.id))
        .limit(latest),
      db
        .select({
          id: conflicts.id,
          state: conflicts.state,
          registered: conflicts.registered,
          holderCustomerId: conflicts.holderCustomerId,
          at: conflicts.createdAt,
        })
        .from(conflicts)
        .where(or(eq(conflicts.holderCustomerId, tenantId), eq(conflicts.askerCustomerId, tenantId)))
        .orderBy(desc(conflicts.id))
        .limit(latest),
    ]);
    return {
      answers,
      removals,
      conflicts: cases.map(({ holderCustomerId, ...conflict }) => ({
        ...conflict,
        /** Whether its device is the one that is asked for. */
        holds: holderCustomerId === tenantId,
      })),
    };
  },
});
