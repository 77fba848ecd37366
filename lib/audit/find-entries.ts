import { and, count, desc, eq, exists, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { auditEntries, auditNames } from '@/db/schema';
import { type ActivitySearch, periodOf } from './activity-search';
import { nilId } from './entries';

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

/** A name that fits more people or organisations than this, of those in one log, says too little to search by. */
const namesAtMost = 100;
/** Entries that are counted, and can be paged through: what a search finds beyond them takes a narrower search to see. */
export const countedAtMost = 10_000;
/** A log up to this long is read whole without anybody noticing. */
const shortLog = 500;

/** Which entries a search finds; `repeats` when an event may come more than once. */
export interface FoundEntries {
  where: SQL | undefined;
  repeats: boolean;
}

/** The same table once more, to ask whether another log shows an event, too. */
const other = alias(auditEntries, 'other');

/**
 * Where the entries are that a search finds in the log of `viewerId`; `tooMany` names the field that says too little. Every
 * organisation that an event concerns has a log, so what concerns the viewer and Contoso is what both logs show. It is read
 * along the one that is shorter.
 */
export async function findEntries(
  viewerId: string,
  search: ActivitySearch,
): Promise<FoundEntries | { tooMany: 'person' | 'organization' }> {
  const people = await peopleLike(viewerId, search.person);
  if (people && people.length > namesAtMost) return { tooMany: 'person' };
  const others = await organizationsLike(viewerId, search.organization);
  if (others && others.length > namesAtMost) return { tooMany: 'organization' };
  const alongOthers = others !== undefined && !(await isShort(viewerId));
  const { start, end } = periodOf(search);
  const where = and(
    alongOthers ? inArray(auditEntries.viewerId, others) : eq(auditEntries.viewerId, viewerId),
    others && (alongOthers ? inLogsOf([viewerId]) : inLogsOf(others)),
    people && inArray(auditEntries.actorKey, people),
    search.action ? eq(auditEntries.action, search.action) : undefined,
    search.action || search.steps ? undefined : isNull(auditEntries.step),
    start && gte(auditEntries.at, start),
    end && lt(auditEntries.at, end),
  );
  return { where, repeats: alongOthers };
}

async function isShort(viewerId: string): Promise<boolean> {
  const entries = await db
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(eq(auditEntries.viewerId, viewerId))
    .limit(shortLog + 1);
  return entries.length <= shortLog;
}

/** True of an event that one of these logs shows, too. */
function inLogsOf(viewers: string[]): SQL | undefined {
  // This one shows everything.
  if (viewers.includes(nilId)) return undefined;
  return exists(
    db
      .select({ seq: other.seq })
      .from(other)
      .where(and(inArray(other.viewerId, viewers), eq(other.seq, auditEntries.seq))),
  );
}

/** Names in a log that have the text in them: every character of it means itself, and the column holds lower case. */
const inLog = (viewerId: string, kind: 'person' | 'organization', text: string) =>
  and(
    eq(auditNames.viewerId, viewerId),
    eq(auditNames.kind, kind),
    sql`${auditNames.key} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`,
  );

/** The people in a log whose name has the text in it, one more than allowed at most; undefined when nothing was asked. */
async function peopleLike(viewerId: string, text: string): Promise<string[] | undefined> {
  if (!text) return undefined;
  const found = await db
    .select({ key: auditNames.key })
    .from(auditNames)
    .where(inLog(viewerId, 'person', text))
    .limit(namesAtMost + 1);
  return found.map(({ key }) => key);
}

/** The ids of the organisations in a log, likewise; whoever has an id means that one. */
async function organizationsLike(viewerId: string, text: string): Promise<string[] | undefined> {
  if (!text) return undefined;
  if (isUuid(text)) return [text];
  const found = await db
    .selectDistinct({ id: auditNames.organizationId })
    .from(auditNames)
    .where(inLog(viewerId, 'organization', text))
    .limit(namesAtMost + 1);
  return found.map(({ id }) => id);
}

/** How many events were found, up to one more than `countedAtMost`. */
export async function countEntries({ where, repeats }: FoundEntries): Promise<number> {
  const columns = { seq: auditEntries.seq };
  const counted = (repeats ? db.selectDistinct(columns) : db.select(columns))
    .from(auditEntries)
    .where(where)
    .limit(countedAtMost + 1)
    .as('counted');
  const [row] = await db.select({ total: count() }).from(counted);
  return row?.total ?? 0;
}

/** The numbers of the events, latest first. */
export async function entrySeqs({ where, repeats }: FoundEntries, limit: number, offset = 0): Promise<number[]> {
  const columns = { at: auditEntries.at, seq: auditEntries.seq };
  const rows = await (repeats ? db.selectDistinct(columns) : db.select(columns))
    .from(auditEntries)
    .where(where)
    .orderBy(desc(auditEntries.at), desc(auditEntries.seq))
    .limit(limit)
    .offset(offset);
  return rows.map(({ seq }) => seq);
}

/** What comes after an event in a log, latest first. The first condition is one that an index range can start at. */
export const earlierThan = ({ at, seq }: { at: Date; seq: number }): SQL | undefined =>
  and(lte(auditEntries.at, at), or(lt(auditEntries.at, at), lt(auditEntries.seq, seq)));
