import { and, desc, eq, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, tenants, uploads, users } from '@/db/schema';
import { makerName } from '@/lib/clients/maker-name';
import { findUpload, resultsOf, uploadFile } from '@/lib/devices/upload-queries';
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

export const rejectedPerPage = 25;

/** Any upload as its sender finds it, with one page of the rows that were rejected; nothing of its file beside. */
export const getSupportedUpload = query({
  allow: 'support:read',
  input: z.object({ id: z.uuid(), page: z.int().min(1).default(1) }),
  async run(_actor, { id, page }) {
    const upload = await findUpload(eq(uploads.id, id));
    const [partner] = await db
      .select({ id: tenants.id, name: tenants.name })
      .from(tenants)
      .where(eq(tenants.id, upload.partnerId));
    if (!partner) throw new Error('an upload without its partner');
    const rejected = await resultsOf(upload, { id, status: 'rejected', page, pageSize: rejectedPerPage });
    const { bytes, sha256, format, clientId } = upload;
    return {
      ...(await uploadFile(upload)),
      partner,
      bytes,
      sha256,
      format,
      byClient: clientId !== null,
      rejectedRows: rejected,
    };
  },
});

export type SupportedUploadFile = Awaited<ReturnType<typeof getSupportedUpload>>;
