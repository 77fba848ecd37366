import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { auditCalls, auditEvents } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { eventsWith } from './queries';
import { knownActions } from './sentences';

/** Events of one thing's life that are shown at most. */
export const eventsAtMost = 100;

const steps = knownActions.flatMap(([action, { step }]) => (step ? [action] : []));

/** What happened to one thing, whatever it is, latest first: the last hundred events without the steps of longer works. */
export const eventsAbout = query({
  allow: 'support:read',
  input: z.object({ subjectId: z.uuid() }),
  async run(actor, { subjectId }) {
    const rows = await db
      .select({ seq: auditEvents.seq })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, subjectId), notInArray(auditEvents.action, steps)))
      .orderBy(desc(auditEvents.seq))
      .limit(eventsAtMost);
    return eventsWith(
      rows.map(({ seq }) => seq),
      requireUser(actor).tenant,
    );
  },
});

/** The events that happened in API calls of this id, or the one event of this id, latest first. */
export const eventsOfCall = query({
  allow: 'support:read',
  input: z.object({ requestId: z.string().trim().toLowerCase().min(1).max(200) }),
  async run(actor, { requestId }) {
    const called = db.select({ seq: auditCalls.seq }).from(auditCalls).where(eq(auditCalls.requestId, requestId));
    const isId = z.uuid().safeParse(requestId).success;
    const rows = await db
      .select({ seq: auditEvents.seq })
      .from(auditEvents)
      .where(inArray(auditEvents.seq, called))
      .orderBy(desc(auditEvents.seq))
      .limit(eventsAtMost);
    const one = isId
      ? await db.select({ seq: auditEvents.seq }).from(auditEvents).where(eq(auditEvents.id, requestId))
      : [];
    return eventsWith(
      [...one, ...rows].map(({ seq }) => seq),
      requireUser(actor).tenant,
    );
  },
});
