import { and, eq, inArray, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { escalate } from './escalate';
import { statesBefore } from './state';
import { askerSubject, holderSubject } from './subjects';

/** Hands a conflict over to support that the holder did not answer in time. Outcomes `not_due` and `already_answered`. */
export const escalateConflict = command({
  allow: 'conflicts:escalate',
  input: z.object({ conflictId: z.uuid() }),
  audit: 'conflict.escalated',
  async run({ about, also }, { conflictId }) {
    const escalated = await escalate(conflictId, null, lte(conflicts.answerBy, now()));
    if (escalated) {
      about(askerSubject(escalated));
      also('conflict.escalated', await holderSubject(escalated));
      return { ok: true } as const;
    }
    const waiting = await db
      .select({ id: conflicts.id })
      .from(conflicts)
      .where(and(eq(conflicts.id, conflictId), inArray(conflicts.state, statesBefore('expire'))));
    return { ok: false, reason: waiting.length > 0 ? 'not_due' : 'already_answered' } as const;
  },
});
