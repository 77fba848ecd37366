import { and, asc, count, eq, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { isUnused } from '@/lib/consent/unused';
import { consentsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { findTenant } from './find-tenant';
import { tenantListSearch } from './tenant-list-search';

export const heldPerPage = 25;

const customers = alias(tenants, 'customers');
const holders = alias(tenants, 'holders');

/**
 * The consents by which a partner may act now, by the customer's name: its own, and for an indirect provider those of its
 * resellers that name it. `q` is a part of the customer's name or domain.
 */
export const listHeldConsents = query({
  allow: 'support:read',
  input: tenantListSearch.extend({ tenantId: z.uuid(), pageSize: z.int().min(1).max(100).default(heldPerPage) }),
  async run(_actor, { tenantId, q, page: asked, pageSize }) {
    const partner = await findTenant(tenantId);
    const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const { customerSort, customerDomain } = consents;
    const named = q
      ? or(sql`${customerSort} like ${pattern} escape '\\'`, sql`${customerDomain} like ${pattern} escape '\\'`)
      : undefined;
    const where = and(consentsInReach(partner), named);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consents).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / pageSize)));
    const rows = await db
      .select({
        id: consents.id,
        kind: consents.kind,
        dap: consents.dap,
        since: consents.grantedAt,
        lastUsedAt: consents.lastUsedAt,
        customerId: customers.id,
        customerName: customers.name,
        holderId: holders.id,
        holderName: holders.name,
      })
      .from(consents)
      .innerJoin(customers, eq(customers.id, consents.customerId))
      .innerJoin(holders, eq(holders.id, consents.partnerId))
      .where(where)
      .orderBy(asc(customerSort), asc(consents.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const at = now();
    return {
      name: partner.name,
      rows: rows.map(({ holderId, holderName, ...row }) => ({
        ...row,
        unused: isUnused({ lastUsedAt: row.lastUsedAt, grantedAt: row.since }, at),
        /** The reseller that holds it, where that is not the partner itself. */
        reseller: holderId === tenantId ? null : { id: holderId, name: holderName },
      })),
      total,
      page,
    };
  },
});

export type HeldConsent = Awaited<ReturnType<typeof listHeldConsents>>['rows'][number];
