import { and, asc, count, desc, eq, gt, ne, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, batches, jobs, profiles, tenants, uploadSegments, uploads, users } from '@/db/schema';
import { type MaybeActor, requireTenant } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';
import { AppError } from '@/lib/errors';
import { noRoom } from '@/lib/jobs/no-room';
import { query } from '@/lib/query';
import { findCustomer } from './find-customer';
import { rememberedMappings } from './remembered-mappings';
import { type RowResult, rowStatuses, unpackResults } from './row-results';
import type { UploadState } from './upload-state';

const undoers = alias(users, 'undoers');
const cancelers = alias(users, 'cancelers');

type Upload = typeof uploads.$inferSelect;

/** The upload that the condition holds for; a file that is still being received is none yet. Throws `not_found`. */
export async function findUpload(where: SQL | undefined): Promise<Upload> {
  const [upload] = await db
    .select()
    .from(uploads)
    .where(and(where, ne(uploads.state, 'receiving')));
  if (!upload) throw new AppError('not_found');
  return upload;
}

const ownUpload = (actor: MaybeActor, id: string): Promise<Upload> =>
  findUpload(and(eq(uploads.id, id), eq(uploads.partnerId, requireTenant(actor).tenant.id)));

/** True while its job waits for room in the storage; it goes on by itself. */
async function waitsForRoom({ id, finishedAt }: Upload): Promise<boolean> {
  if (finishedAt) return false;
  const [waiting] = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.state, 'queued'),
        eq(jobs.lastError, noRoom),
        eq(jobs.kind, 'upload.process'),
        eq(jobs.payload, { uploadId: id }),
      ),
    );
  return waiting !== undefined;
}

const one = z.object({ id: z.uuid() });

/**
 * The customer a device file may be uploaded for, with the names of its latest batches and what the partner said of columns
 * before. Throws `not_found` for any other customer, whether it exists or not.
 */
export const uploadTarget = query({
  allow: 'devices:register',
  input: z.object({ customerId: z.uuid() }),
  async run(actor, { customerId }) {
    const { tenant } = requireTenant(actor);
    const customer = await findCustomer(tenant, customerId);
    if (!customer) throw new AppError('not_found');
    const latest = await db
      .select({ name: batches.name })
      .from(batches)
      .where(and(eq(batches.customerId, customerId), eq(batches.partnerId, tenant.id)))
      .orderBy(desc(batches.id))
      .limit(100);
    return { ...customer, batches: latest.map(({ name }) => name), mappings: await rememberedMappings(tenant.id) };
  },
});

/** How an upload stands, with the names a page shows; for gates that say whose it may be. */
export async function uploadFile(upload: Upload) {
  const { id } = upload;
  const [names] = await db
    .select({
      customer: tenants.name,
      person: makerName,
      undoneBy: undoers.name,
      canceledBy: cancelers.name,
      profile: profiles.name,
    })
    .from(uploads)
    .innerJoin(tenants, eq(tenants.id, uploads.customerId))
    .leftJoin(users, eq(users.id, uploads.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, uploads.clientId))
    .leftJoin(undoers, eq(undoers.id, uploads.undoneBy))
    .leftJoin(cancelers, eq(cancelers.id, uploads.canceledBy))
    .leftJoin(profiles, eq(profiles.id, uploads.profileId))
    .where(eq(uploads.id, id));
  const first = upload.sameAsId ? await findUpload(eq(uploads.id, upload.sameAsId)) : null;
  return {
    id,
    state: upload.state as UploadState,
    customerId: upload.customerId,
    customerName: names?.customer ?? '',
    personName: names?.person ?? '',
    batch: upload.batchName,
    /** The name of the profile that what it registers gets; null for none, and for one that was deleted since. */
    profile: names?.profile ?? null,
    fileName: upload.fileName,
    mode: upload.mode,
    total: upload.total,
    doneRows: upload.doneRows,
    registered: upload.registered,
    unchanged: upload.unchanged,
    rejected: upload.rejected,
    waitsForRoom: await waitsForRoom(upload),
    failure: upload.failureCode ? { code: upload.failureCode, message: upload.failureMessage ?? '' } : null,
    ignoredColumns: upload.ignoredColumns ?? [],
    sameAs: first ? { id: first.id, at: first.createdAt } : null,
    createdAt: upload.createdAt,
    startedAt: upload.startedAt,
    finishedAt: upload.finishedAt,
    canceledBy: names?.canceledBy ?? null,
    undo: upload.undoneAt
      ? {
          at: upload.undoneAt,
          by: names?.undoneBy ?? '',
          taken: upload.deregistered ?? 0,
          over: upload.undoFinishedAt !== null,
        }
      : null,
  };
}

/** `uploadFile` of the actor's organization. */
export const readUpload = query({
  allow: 'devices:read',
  input: one,
  run: async (actor, { id }) => uploadFile(await ownUpload(actor, id)),
});

const rowsPerPage = z.int().min(1).max(1000).default(100);

/** Results in file order: those after record number `after`; `next` is what to ask for next, or null at the end. */
export const readUploadRows = query({
  allow: 'devices:read',
  input: z.object({ id: z.uuid(), after: z.int().nonnegative().default(0), limit: rowsPerPage }),
  async run(actor, { id, after, limit }): Promise<{ items: RowResult[]; next: number | null }> {
    const upload = await ownUpload(actor, id);
    const items: RowResult[] = [];
    for (let from = after; items.length < limit; ) {
      const segment = await segmentAfter(id, from);
      if (!segment) break;
      const rows = unpackResults(segment.results).filter((row) => row.row > from);
      items.push(...rows.slice(0, limit - items.length));
      from = segment.lastRow;
    }
    const last = items.at(-1)?.row ?? after;
    return { items, next: items.length > 0 && last < upload.doneRows ? last : null };
  },
});

async function segmentAfter(uploadId: string, row: number) {
  const [segment] = await db
    .select()
    .from(uploadSegments)
    .where(and(eq(uploadSegments.uploadId, uploadId), gt(uploadSegments.lastRow, row)))
    .orderBy(asc(uploadSegments.firstRow))
    .limit(1);
  return segment;
}

const uploadPage = z.object({
  id: z.uuid(),
  status: z.enum(rowStatuses).optional(),
  page: z.int().min(1).default(1),
  pageSize: rowsPerPage,
});

/** One page of results, of all rows or those of one status; segments that hold none of them are not read. */
export async function resultsOf(
  upload: Upload,
  { status, page, pageSize }: z.output<typeof uploadPage>,
): Promise<{ items: RowResult[]; total: number }> {
  const { id } = upload;
  const { firstRow, lastRow, registered, unchanged, rejected } = uploadSegments;
  const segments = await db
    .select({ firstRow, lastRow, registered, unchanged, rejected })
    .from(uploadSegments)
    .where(eq(uploadSegments.uploadId, id))
    .orderBy(asc(firstRow));
  let skip = (page - 1) * pageSize;
  const items: RowResult[] = [];
  for (const segment of segments) {
    const matching = status ? segment[status] : segment.lastRow - segment.firstRow + 1;
    if (skip >= matching) {
      skip -= matching;
      continue;
    }
    const [found] = await db
      .select({ results: uploadSegments.results })
      .from(uploadSegments)
      .where(and(eq(uploadSegments.uploadId, id), eq(firstRow, segment.firstRow)));
    const rows = unpackResults(found?.results ?? '[]').filter((row) => !status || row.status === status);
    items.push(...rows.slice(skip, skip + pageSize - items.length));
    skip = 0;
    if (items.length >= pageSize) break;
  }
  return { items, total: status ? upload[status] : upload.doneRows };
}

/** `resultsOf` an upload of the actor's organization. */
export const readUploadPage = query({
  allow: 'devices:read',
  input: uploadPage,
  run: async (actor, input) => resultsOf(await ownUpload(actor, input.id), input),
});

/** The uploads of the actor's organisation for one customer, newest first. */
export const listUploads = query({
  allow: 'devices:read',
  input: z.object({ customerId: z.uuid(), page: z.int().min(1).default(1), pageSize: rowsPerPage }),
  async run(actor, { customerId, page, pageSize }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const mine = and(
      eq(uploads.customerId, customerId),
      eq(uploads.partnerId, tenant.id),
      ne(uploads.state, 'receiving'),
    );
    const [counted] = await db.select({ total: count() }).from(uploads).where(mine);
    const items = await db
      .select({
        id: uploads.id,
        state: uploads.state,
        batch: uploads.batchName,
        fileName: uploads.fileName,
        personName: makerName,
        total: uploads.total,
        registered: uploads.registered,
        unchanged: uploads.unchanged,
        rejected: uploads.rejected,
        createdAt: uploads.createdAt,
      })
      .from(uploads)
      .leftJoin(users, eq(users.id, uploads.createdBy))
      .leftJoin(apiClients, eq(apiClients.id, uploads.clientId))
      .where(mine)
      .orderBy(desc(uploads.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { items: items.map((item) => ({ ...item, state: item.state as UploadState })), total: counted?.total ?? 0 };
  },
});
