/** For how many days an invitation link may work. */
export const expiryChoices = [7, 14, 30, 90] as const;
export type ExpiryDays = (typeof expiryChoices)[number];
export const usualExpiry = 14;

/** The choice that comes nearest to what lies between these two. */
export function expiryBetween(from: Date, to: Date): ExpiryDays {
  const asked = (to.getTime() - from.getTime()) / 86_400_000;
  return expiryChoices.reduce((best, days) => (Math.abs(days - asked) < Math.abs(best - asked) ? days : best));
}
