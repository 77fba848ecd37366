import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { columnMappings } from '@/db/schema';
import { now } from '@/lib/clock';
import type { Mapping } from './column-mapping';
import type { Recall } from './inspect-rows';
import { mappingKey } from './mapping-key';

/** The latest are known; a partner with more kinds of files maps the oldest again. */
const most = 200;

const digestOf = (headers: string[]): string => createHash('sha256').update(mappingKey(headers)).digest('hex');

/** Keeps what the columns below these headers mean to the partner, in the open transaction. */
export async function rememberMapping(partnerId: string, headers: string[], fields: Mapping): Promise<void> {
  const kept = { fields, updatedAt: now() };
  await db
    .insert(columnMappings)
    .values({ partnerId, headerDigest: digestOf(headers), ...kept })
    .onConflictDoUpdate({ target: [columnMappings.partnerId, columnMappings.headerDigest], set: kept });
}

/** What the partner said of files before: the digest of `mappingKey` and the fields, newest first. */
export async function rememberedMappings(partnerId: string): Promise<{ headerDigest: string; fields: Mapping }[]> {
  const found = await db
    .select({ headerDigest: columnMappings.headerDigest, fields: columnMappings.fields })
    .from(columnMappings)
    .where(eq(columnMappings.partnerId, partnerId))
    .orderBy(desc(columnMappings.updatedAt))
    .limit(most);
  return found.map(({ headerDigest, fields }) => ({ headerDigest, fields: fields as Mapping }));
}

/** A look-up of them by headers. */
export async function recallMappings(partnerId: string): Promise<Recall> {
  const known = new Map((await rememberedMappings(partnerId)).map((kept) => [kept.headerDigest, kept.fields]));
  return (headers) => known.get(digestOf(headers)) ?? null;
}
