import { and, gte, lt } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db';
import { conflicts, consentRequests, removalRequests } from '@/db/schema';
import { days, later, now } from '@/lib/clock';
import { median } from './median';

/** How far back answers are looked at, in days. */
export const answerDays = 90;

/** How many were answered, and the median time from asking to the answer in milliseconds: null where none was. */
export interface AnswerTime {
  answered: number;
  median: number | null;
}

type Moment = PgColumn & { _: { data: Date } };

interface Answers {
  asked: Moment;
  closed: Moment;
  state: PgColumn;
  /** The states of what was answered. */
  answered: string[];
}

async function answerTime({ asked, closed, state, answered }: Answers, from: Date): Promise<AnswerTime> {
  const rows = await db
    .select({ asked, closed, state })
    .from(asked.table)
    // What was answered on a standing link was never asked: it is made with its answer, and would say that nobody waits.
    .where(and(gte(closed, from), lt(asked, closed)));
  // States are looked at here: in the statement SQLite would take their index and read all that was ever answered.
  const times = rows.flatMap((row) =>
    row.asked && row.closed && answered.includes(String(row.state)) ? [row.closed.getTime() - row.asked.getTime()] : [],
  );
  return { answered: times.length, median: median(times) };
}

/** How long those waited who were answered lately. Nobody answers what is withdrawn, or closed because its device is gone. */
export async function answerTimes() {
  const from = later(now(), -days(answerDays));
  const [removals, cases, requests] = await Promise.all([
    answerTime(
      {
        asked: removalRequests.createdAt,
        closed: removalRequests.closedAt,
        state: removalRequests.state,
        answered: ['removed', 'refused'],
      },
      from,
    ),
    answerTime(
      {
        asked: conflicts.createdAt,
        closed: conflicts.closedAt,
        state: conflicts.state,
        answered: ['released', 'rejected'],
      },
      from,
    ),
    answerTime(
      {
        asked: consentRequests.createdAt,
        closed: consentRequests.decidedAt,
        state: consentRequests.state,
        answered: ['accepted', 'declined'],
      },
      from,
    ),
  ]);
  return { removals, conflicts: cases, requests };
}
