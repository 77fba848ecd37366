import { and, eq, gt, lt, lte, or, sql } from 'drizzle-orm';
import { db } from '@/db';
import { allowances } from '@/db/schema';
import { minutes, now } from '@/lib/clock';
import { limitKey } from './limit-key';

const quarter = minutes(15);

/** How often something may be done in which time, in milliseconds, by one address or one person. */
export const limits = {
  /** Failed sign-ins from one address. */
  sign_in: { most: 100, period: quarter },
  /** Asking for links from one address, and mails with them to one person. */
  password_link: { most: 20, period: quarter },
  password_mail: { most: 5, period: minutes(60) },
  /** Asking for a link to set up an organization from one address, and mails about it to one person. */
  sign_up_link: { most: 20, period: quarter },
  sign_up_mail: { most: 5, period: minutes(60) },
  /** Requests for an API token that are refused, from one address. */
  api_token: { most: 100, period: quarter },
  /** A thousand devices each: twice the longest list that a preview asks about. */
  check_devices: { most: 2000, period: quarter },
} as const;

export type Limited = keyof typeof limits;

/**
 * Takes one of what is allowed. Returns 0, or after how many milliseconds there is more. One statement counts and compares,
 * so that no number of processes at once takes more. Outside a command's transaction: what was tried counts, whatever comes of it.
 */
export async function takeOne(what: Limited, whose: string): Promise<number> {
  const { most, period } = limits[what];
  const key = limitKey(what, whose);
  const at = now().getTime();
  const over = lte(allowances.until, at);
  const [taken] = await db
    .insert(allowances)
    .values({ key, taken: 1, until: at + period })
    .onConflictDoUpdate({
      target: allowances.key,
      set: {
        taken: sql`case when ${over} then 1 else ${allowances.taken} + 1 end`,
        until: sql`case when ${over} then cast(${at + period} as bigint) else ${allowances.until} end`,
      },
      setWhere: or(over, lt(allowances.taken, most)),
    })
    .returning({ count: allowances.taken });
  if (taken) {
    // Whoever begins a row clears away those that count for nothing any more.
    if (taken.count === 1) await db.delete(allowances).where(lte(allowances.until, at));
    return 0;
  }
  const [row] = await db.select({ until: allowances.until }).from(allowances).where(eq(allowances.key, key));
  return Math.max(1, (row?.until ?? at) - at);
}

/** Gives one back, where only what fails counts. */
export async function giveBack(what: Limited, whose: string): Promise<void> {
  await db
    .update(allowances)
    .set({ taken: sql`${allowances.taken} - 1` })
    .where(and(eq(allowances.key, limitKey(what, whose)), gt(allowances.taken, 0)));
}
