import { days, later } from '@/lib/clock';

/** How soon support means to answer what a customer asks: calendar days, in milliseconds. */
export const answerWithin = days(5);

/** By when a request should be answered; it is overdue afterwards. */
export const dueAt = (askedAt: Date): Date => later(askedAt, answerWithin);
