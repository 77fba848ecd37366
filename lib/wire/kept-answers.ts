import { setTimeout } from 'node:timers/promises';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { db } from '@/db';
import { apiCalls } from '@/db/schema';
import { days, later, minutes, now } from '@/lib/clock';
import { codes, WireError } from './wire-error';

/** An answer as it is sent, and kept for whoever asks again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** How long an id is remembered: longer than any client goes on trying. */
const kept = days(1);
/** How long one process may take to answer before another may try. */
const hold = minutes(2);
/** Looks at a call that is being answered elsewhere, and the pause between two, in milliseconds. */
const looks = 40;
const pause = 100;

interface Asked {
  clientId: string;
  requestId: string;
  fingerprint: string;
}

/**
 * Answers a changing call once for each id that its sender gives it: sent again it gets the same answer, also while the first
 * is still being worked on. Another call with that id is refused. Whatever is told after a fault of ours, or to come again
 * later, is not kept, so that trying again helps.
 */
export async function answerOnce(asked: Asked, work: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  for (let look = 0; look < looks; look++) {
    const found = await claim(asked);
    if (found === 'mine') return keep(asked, work);
    if (found) return found;
    await setTimeout(pause);
  }
  throw new WireError(409, codes.invalidInput, 'A call with this id is still being answered. Ask again in a moment.', {
    'Retry-After': '5',
  });
}

const rowOf = ({ clientId, requestId }: Asked) =>
  and(eq(apiCalls.clientId, clientId), eq(apiCalls.requestId, requestId));

/** Takes the id, or finds what was answered under it; null while somebody else answers. */
async function claim(asked: Asked): Promise<'mine' | KeptAnswer | null> {
  const at = now();
  const heldUntil = later(at, hold);
  const taken = await db
    .insert(apiCalls)
    .values({ ...asked, heldUntil, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: apiCalls.requestId });
  if (taken.length > 0) {
    await db
      .delete(apiCalls)
      .where(and(eq(apiCalls.clientId, asked.clientId), lt(apiCalls.createdAt, later(at, -kept))));
    return 'mine';
  }
  const [row] = await db.select().from(apiCalls).where(rowOf(asked));
  if (!row) return null;
  if (row.fingerprint !== asked.fingerprint) {
    throw new WireError(
      409,
      codes.invalidInput,
      'This request id was already used for another call. Give each call its own.',
    );
  }
  if (row.status !== null) return { status: row.status, headers: row.headers ?? {}, body: row.body ?? '' };
  const over = await db
    .update(apiCalls)
    .set({ heldUntil })
    .where(and(rowOf(asked), isNull(apiCalls.status), lt(apiCalls.heldUntil, at)))
    .returning({ id: apiCalls.requestId });
  return over.length > 0 ? 'mine' : null;
}

async function keep(asked: Asked, work: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const forget = () => db.delete(apiCalls).where(and(rowOf(asked), isNull(apiCalls.status)));
  try {
    const answer = await work();
    if (answer.status >= 500 || answer.status === 429) await forget();
    else await db.update(apiCalls).set(answer).where(rowOf(asked));
    return answer;
  } catch (error) {
    await forget();
    throw error;
  }
}
