import { and, asc, eq, gt, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { uploadSegments, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import type { FileRecord } from './read-records';
import { rejectedCsv } from './rejected-csv';
import { type RowResult, unpackResults } from './row-results';
import { storedRecords } from './stored-rows';

/** The rejected rows of the organisation's upload as CSV, made while it is read: text in pieces, in file order. */
export const readRejectedCsv = query({
  allow: 'devices:read',
  input: z.object({ id: z.uuid() }),
  async run(actor, { id }) {
    const mine = and(
      eq(uploads.id, id),
      eq(uploads.partnerId, requireTenant(actor).tenant.id),
      ne(uploads.state, 'receiving'),
    );
    const [upload] = await db.select().from(uploads).where(mine);
    if (!upload) throw new AppError('not_found');
    return rejectedCsv(upload.columns ?? [], recordsOf(upload), rejectedOf(id));
  },
});

async function* recordsOf(upload: Parameters<typeof storedRecords>[0]): AsyncGenerator<FileRecord> {
  for await (const { records } of storedRecords(upload)) yield* records;
}

async function* rejectedOf(uploadId: string): AsyncGenerator<RowResult> {
  for (let row = 0; ; ) {
    const [segment] = await db
      .select({ lastRow: uploadSegments.lastRow, results: uploadSegments.results })
      .from(uploadSegments)
      .where(
        and(eq(uploadSegments.uploadId, uploadId), gt(uploadSegments.lastRow, row), gt(uploadSegments.rejected, 0)),
      )
      .orderBy(asc(uploadSegments.firstRow))
      .limit(1);
    if (!segment) return;
    yield* unpackResults(segment.results).filter((result) => result.status === 'rejected');
    row = segment.lastRow;
  }
}
