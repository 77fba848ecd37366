import { and, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, tenants, uploads, users } from '@/db/schema';
import { makerName } from '@/lib/clients/maker-name';
import type { UploadState } from '@/lib/devices/upload-state';
import { query } from '@/lib/query';
import { findTenant } from './find-tenant';

const uploadsAtMost = 10;

const customers = alias(tenants, 'customers');
const partners = alias(tenants, 'partners');

/** The latest uploads by a partner, or for a customer: what each came to, and nothing of its file. */
export const latestUploads = query({
  allow: 'support:read',
  input: z.object({ tenantId: z.uuid(), side: z.enum(['partner', 'customer']) }),
  async run(_actor, { tenantId, side }) {
    await findTenant(tenantId);
    const theirs = eq(side === 'partner' ? uploads.partnerId : uploads.customerId, tenantId);
    const rows = await db
      .select({
        id: uploads.id,
        state: uploads.state,
        fileName: uploads.fileName,
        customerName: customers.name,
        partnerName: partners.name,
        by: makerName,
        total: uploads.total,
        registered: uploads.registered,
        unchanged: uploads.unchanged,
        rejected: uploads.rejected,
        failureCode: uploads.failureCode,
        at: uploads.createdAt,
      })
      .from(uploads)
      .innerJoin(customers, eq(customers.id, uploads.customerId))
      .innerJoin(partners, eq(partners.id, uploads.partnerId))
      .leftJoin(users, eq(users.id, uploads.createdBy))
      .leftJoin(apiClients, eq(apiClients.id, uploads.clientId))
      .where(and(theirs, ne(uploads.state, 'receiving')))
      .orderBy(desc(uploads.id))
      .limit(uploadsAtMost);
    return rows.map((row) => ({ ...row, state: row.state as UploadState }));
  },
});
