import { and, asc, count, desc, gte, isNotNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db';
import { consents, uploads } from '@/db/schema';
import { days, later } from '@/lib/clock';

/** How many there were on a day (UTC), named by its beginning. */
export interface DayCount {
  from: Date;
  total: number;
}

/** One statement that counts each day in its own range of the index on `at`, so that none of the rows comes here. */
async function perDay(at: PgColumn, starts: Date[], those?: SQL): Promise<DayCount[]> {
  const counted = starts.map((from, index) => {
    const day = and(gte(at, from), lt(at, later(from, days(1))), those);
    return [String(index), sql<number>`(${db.select({ total: count() }).from(at.table).where(day)})`.mapWith(Number)];
  });
  const [row] = await db.select(Object.fromEntries(counted)).from(sql`(select 1) as days`);
  return starts.map((from, index) => ({ from, total: Number(row?.[String(index)] ?? 0) }));
}

/** Consents that people gave on each of these days, whether or not they are over by now. */
export const consentsPerDay = (starts: Date[]) => perDay(consents.grantedAt, starts);

/** Uploads that arrived whole on each of these days. */
export const uploadsPerDay = (starts: Date[]) => perDay(uploads.createdAt, starts, ne(uploads.state, 'receiving'));

/** Why uploads failed that began at this moment or later, by code, the commonest first. */
export async function uploadFailures(from: Date): Promise<{ code: string; total: number }[]> {
  const rows = await db
    .select({ code: uploads.failureCode, total: count() })
    .from(uploads)
    .where(and(gte(uploads.createdAt, from), isNotNull(uploads.failureCode)))
    .groupBy(uploads.failureCode)
    .orderBy(desc(count()), asc(uploads.failureCode));
  return rows.flatMap(({ code, total }) => (code ? [{ code, total }] : []));
}
