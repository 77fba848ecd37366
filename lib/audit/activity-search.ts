import { z } from 'zod';
import { days, later } from '@/lib/clock';

const name = z.string().trim().toLowerCase().max(200).catch('');
const day = z.iso.date().catch('');

/** What the address of an activity log may say; anything else in it counts as not said. Days are in UTC, both included. */
export const activitySearch = z.object({
  person: name,
  organization: name,
  action: z.string().max(100).catch(''),
  from: day,
  to: day,
  /** The steps of a longer work, too. */
  steps: z.enum(['', '1']).catch(''),
});

export const activityListInput = activitySearch.extend({
  /** Counted from 1; past the end is the last page. */
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

export type ActivitySearch = z.infer<typeof activitySearch>;

/** The same search as the address says it, without what need not be said. */
export const searchParams = (search: ActivitySearch): Record<string, string | undefined> => ({
  person: search.person || undefined,
  organization: search.organization || undefined,
  action: search.action || undefined,
  from: search.from || undefined,
  to: search.to || undefined,
  steps: search.steps || undefined,
});

/** The first moment of the days searched, and the first after them. */
export const periodOf = ({ from, to }: Pick<ActivitySearch, 'from' | 'to'>) => ({
  start: from ? new Date(`${from}T00:00:00.000Z`) : undefined,
  end: to ? later(new Date(`${to}T00:00:00.000Z`), days(1)) : undefined,
});
