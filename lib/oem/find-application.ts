import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { oemLinkApplications, users } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { isOpen, openStates } from './application-state';

/** An open application that this person of support may answer: nobody has taken it up, or they have. */
export const answerableBy = (userId: string, applicationId: string): SQL | undefined =>
  and(
    eq(oemLinkApplications.id, applicationId),
    inArray(oemLinkApplications.state, [...openStates]),
    or(isNull(oemLinkApplications.assigneeId), eq(oemLinkApplications.assigneeId, userId)),
  );

/**
 * Why one of support could not do something with an application, once their update found nothing to change: it was answered
 * or withdrawn, a colleague holds it, or nobody has taken it up. Throws `not_found`.
 */
export async function whyNot(applicationId: string) {
  const [row] = await db
    .select({ state: oemLinkApplications.state, assignee: users.name })
    .from(oemLinkApplications)
    .leftJoin(users, eq(users.id, oemLinkApplications.assigneeId))
    .where(eq(oemLinkApplications.id, applicationId));
  if (!row) throw new AppError('not_found');
  if (!isOpen(row.state)) return { ok: false, reason: 'closed' } as const;
  if (row.state === 'in_review') return { ok: false, reason: 'taken', by: row.assignee ?? 'a colleague' } as const;
  return { ok: false, reason: 'not_taken' } as const;
}
