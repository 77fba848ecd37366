import { eq, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { lockouts } from '@/db/schema';
import { days, now } from '@/lib/clock';
import { limitKey } from './limit-key';
import { pauseAfter, pauseIsLongest } from './pause-after';

/** Failures of a day ago no longer count. */
const remembered = days(1);

/** What is guessed at: somebody's password, by the address they sign in with; the present one, and codes, by their id. */
export type Guessed = 'password' | 'present_password' | 'code';

/** In SQL what `pauseAfter` says, as the time until which there is a pause. */
function lockedUntil(failures: SQL, at: number): SQL {
  const steps = Array.from({ length: pauseIsLongest }, (_, before) => before + 1).filter(
    (count) => pauseAfter(count) > 0,
  );
  const cases = steps.map((count) => sql`when ${failures} <= ${count} then cast(${at + pauseAfter(count)} as bigint)`);
  const first = steps[0] ?? pauseIsLongest;
  const longest = sql`cast(${at + pauseAfter(pauseIsLongest)} as bigint)`;
  return sql`case when ${failures} < ${first} then cast(0 as bigint) ${sql.join(cases, sql` `)} else ${longest} end`;
}

/**
 * Counts an attempt as a failure before anybody looks whether it is one, so that of any number at once no more are looked at
 * than the rule allows; `forgive` takes it back. Returns 0, or for how many milliseconds nothing is looked at. What is refused
 * here does not count, so nobody is locked out for ever. Outside a command's transaction: a refusal must not undo it.
 */
export async function takeAttempt(what: Guessed, whose: string): Promise<number> {
  const key = limitKey(what, whose);
  const at = now().getTime();
  const failures = sql`case when ${lockouts.lastAt} <= ${at - remembered} then 1 else ${lockouts.failures} + 1 end`;
  const [counted] = await db
    .insert(lockouts)
    .values({ key, failures: 1, lastAt: at, lockedUntil: 0 })
    .onConflictDoUpdate({
      target: lockouts.key,
      set: { failures, lastAt: at, lockedUntil: lockedUntil(failures, at) },
      setWhere: lte(lockouts.lockedUntil, at),
    })
    .returning({ failures: lockouts.failures });
  if (counted) {
    if (counted.failures === 1) await db.delete(lockouts).where(lte(lockouts.lastAt, at - remembered));
    return 0;
  }
  const [row] = await db.select({ until: lockouts.lockedUntil }).from(lockouts).where(eq(lockouts.key, key));
  return Math.max(1, (row?.until ?? at) - at);
}

/** Forgets every failure: the right one was given, or set anew. */
export async function forgive(what: Guessed, whose: string): Promise<void> {
  await db.delete(lockouts).where(eq(lockouts.key, limitKey(what, whose)));
}
