import { days, later } from '@/lib/clock';

/** The beginnings (UTC) of so many days, oldest first; the last one is the day of `at`. */
export function lastDays(at: Date, count: number): Date[] {
  const today = new Date(at.getTime() - (at.getTime() % days(1)));
  return Array.from({ length: count }, (_, index) => later(today, days(index + 1 - count)));
}
