import { asc, count, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { surfaceRegistrations, tenants, uploadSegments, uploads, users } from '@/db/schema';
import { unpackResults } from '@/lib/devices/row-results';
import type { UploadState } from '@/lib/devices/upload-state';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { loadEvidence } from './evidence';
import { holdersOf } from './surface-holders';

export const surfacePerPage = 25;

const makers = alias(users, 'makers');
const askers = alias(users, 'askers');
const undoers = alias(users, 'undoers');

const listed = {
  id: surfaceRegistrations.id,
  customerId: tenants.id,
  customerName: tenants.name,
  model: surfaceRegistrations.model,
  createdAt: surfaceRegistrations.createdAt,
  by: makers.name,
  state: uploads.state,
  total: uploads.total,
  registered: uploads.registered,
  unchanged: uploads.unchanged,
  rejected: uploads.rejected,
};

const named = <Row extends { state: string }>(row: Row) => ({ ...row, state: row.state as UploadState });

/** One page of the Surface devices that support registered for customers, the latest first. */
export const listSurface = query({
  allow: 'surface:register',
  input: z.object({ page: z.coerce.number().int().min(1).catch(1).default(1) }),
  async run(_actor, { page: asked }) {
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(surfaceRegistrations);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / surfacePerPage)));
    const rows = await db
      .select(listed)
      .from(surfaceRegistrations)
      .innerJoin(uploads, eq(uploads.id, surfaceRegistrations.uploadId))
      .innerJoin(tenants, eq(tenants.id, surfaceRegistrations.customerId))
      .innerJoin(makers, eq(makers.id, surfaceRegistrations.createdBy))
      .orderBy(desc(surfaceRegistrations.createdAt), desc(surfaceRegistrations.id))
      .limit(surfacePerPage)
      .offset((page - 1) * surfacePerPage);
    return { rows: rows.map(named), total, page };
  },
});

/** One of them: who asked, what each row was told, and for support alone who has a device that was refused. */
export const getSurface = query({
  allow: 'surface:register',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [found] = await db
      .select({
        ...listed,
        uploadId: uploads.id,
        customerDomain: tenants.domain,
        askedBy: askers.name,
        askerMail: askers.email,
        reason: surfaceRegistrations.reason,
        proofType: surfaceRegistrations.proofType,
        orderNumber: uploads.orderNumber,
        groupTag: uploads.groupTag,
        takenBackFor: surfaceRegistrations.takenBackFor,
        undoneAt: uploads.undoneAt,
        undoneBy: undoers.name,
        deregistered: uploads.deregistered,
        undoFinishedAt: uploads.undoFinishedAt,
      })
      .from(surfaceRegistrations)
      .innerJoin(uploads, eq(uploads.id, surfaceRegistrations.uploadId))
      .innerJoin(tenants, eq(tenants.id, surfaceRegistrations.customerId))
      .innerJoin(makers, eq(makers.id, surfaceRegistrations.createdBy))
      .innerJoin(askers, eq(askers.id, surfaceRegistrations.askedBy))
      .leftJoin(undoers, eq(undoers.id, uploads.undoneBy))
      .where(eq(surfaceRegistrations.id, id));
    if (!found) throw new AppError('not_found');
    const segments = await db
      .select({ results: uploadSegments.results })
      .from(uploadSegments)
      .where(eq(uploadSegments.uploadId, found.uploadId))
      .orderBy(asc(uploadSegments.firstRow));
    const rows = segments.flatMap(({ results }) => unpackResults(results));
    const holders = await holdersOf(rows);
    return { ...named(found), rows: rows.map((row) => ({ ...row, holder: holders.get(row.row) ?? null })) };
  },
});

export type SurfaceRegistration = Awaited<ReturnType<typeof getSurface>>;

/** The proof of purchase to the byte, for support alone. Throws `not_found`. */
export const readSurfaceProof = query({
  allow: 'surface:register',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [found] = await db
      .select({ type: surfaceRegistrations.proofType })
      .from(surfaceRegistrations)
      .where(eq(surfaceRegistrations.id, id));
    if (!found) throw new AppError('not_found');
    return { type: found.type, content: await loadEvidence(id) };
  },
});
