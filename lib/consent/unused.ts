import { and, isNull, lte, or, type SQL } from 'drizzle-orm';
import { consents } from '@/db/schema';
import { days, later } from '@/lib/clock';

/** A consent that its partner has not used for this long is marked. */
export const unusedAfterDays = 90;

const cutoff = (at: Date): Date => later(at, -days(unusedAfterDays));

/** True when the partner last used it, or else got it, so long ago. Derived at every look, never stored. */
export const isUnused = (consent: { lastUsedAt: Date | null; grantedAt: Date }, at: Date): boolean =>
  (consent.lastUsedAt ?? consent.grantedAt) <= cutoff(at);

/** `isUnused` as a condition on active consents. */
export function unusedAt(at: Date): SQL | undefined {
  const longAgo = cutoff(at);
  const never = and(isNull(consents.lastUsedAt), lte(consents.grantedAt, longAgo));
  return and(isNull(consents.revokedAt), or(never, lte(consents.lastUsedAt, longAgo)));
}
