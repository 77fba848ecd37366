import { eq, inArray, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterCommit, db } from '@/db';
import { auditCalls, auditEntries, auditEvents, auditHead, auditNames, tenants } from '@/db/schema';
import type { MaybeActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { wakeFeed } from '@/lib/live/wake';
import { genesis, hashEvent, storable } from './canonical';
import { entriesOf, nameKey, nilId, organizationsOf } from './entries';

/** What a state change was about: whose logs show it, which row it changed, and what a reader needs to know. */
export interface AuditSubject {
  subjectId?: string;
  customerId?: string | null;
  partnerId?: string | null;
  /** A second partner whom it concerns: the indirect provider beside its reseller, or the other way round. */
  providerId?: string | null;
  detail?: Record<string, unknown>;
  /** Set where the actor becomes known only inside the command: signing in. */
  actor?: MaybeActor;
}

/**
 * Writes one event into the open transaction, at the end of the chain. Only `command()` calls it, last: from here to the
 * commit all other commands wait.
 */
export async function recordEvent(action: string, by: MaybeActor, subject: AuditSubject): Promise<void> {
  const actor = subject.actor ?? by;
  const member = actor?.type === 'user' || actor?.type === 'client' ? actor : null;
  const told = {
    action,
    actorType: actor?.type ?? ('anonymous' as const),
    actorId: member?.id ?? null,
    actorName: storable(actor?.name ?? 'visitor'),
    tenantId: member?.tenant.id ?? null,
    customerId: subject.customerId ?? null,
    partnerId: subject.partnerId ?? null,
    providerId: subject.providerId ?? null,
    subjectId: subject.subjectId ?? null,
    detail: storable(subject.detail ?? {}),
  };
  const { seq, hash: prevHash } = await takeTurn();
  // Only now: who waited for their turn would carry an earlier time than the event before.
  const event = { id: uuidv7(), seq, at: now(), ...told, prevHash };
  const hash = hashEvent(event);
  await db.insert(auditEvents).values({ ...event, hash });
  await db.insert(auditEntries).values(entriesOf(event));
  await recordNames(event);
  if (actor?.type === 'client' && actor.requestId) {
    await db.insert(auditCalls).values({ requestId: actor.requestId, seq });
  }
  await db.update(auditHead).set({ hash }).where(eq(auditHead.id, 1));
  afterCommit(wakeFeed);
}

/**
 * The number of the next event and the hash it is linked to. The update holds the one row until the transaction ends, so
 * the next command goes on from what this one commits; when this one rolls back, its number is free again.
 */
async function takeTurn(): Promise<{ seq: number; hash: string }> {
  const advance = () =>
    db
      .update(auditHead)
      .set({ seq: sql`${auditHead.seq} + 1` })
      .where(eq(auditHead.id, 1))
      .returning({ seq: auditHead.seq, hash: auditHead.hash });
  const [turn] = await advance();
  if (turn) return turn;
  await db.insert(auditHead).values({ id: 1, seq: 0, hash: genesis }).onConflictDoNothing();
  const [first] = await advance();
  if (!first) throw new Error('the audit chain has no head');
  return first;
}

/** Notes in each log that shows the event who appears in it. */
async function recordNames(event: Parameters<typeof entriesOf>[0]): Promise<void> {
  const concerned = organizationsOf(event);
  const named =
    concerned.length === 0
      ? []
      : await db.select({ id: tenants.id, key: tenants.sortName }).from(tenants).where(inArray(tenants.id, concerned));
  const names = entriesOf(event).flatMap(({ viewerId, actorKey }) => [
    { viewerId, kind: 'person' as const, key: actorKey, organizationId: nilId },
    ...named
      .filter(({ id }) => id !== viewerId)
      .map(({ id, key }) => ({ viewerId, kind: 'organization' as const, key: nameKey(key), organizationId: id })),
  ]);
  await db.insert(auditNames).values(names).onConflictDoNothing();
}
