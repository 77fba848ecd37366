import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { removalRequests, users } from '@/db/schema';
import { openStates } from './removal-state';

const askers = alias(users, 'askers');
const assignees = alias(users, 'assignees');

/** What the customer asks support about a consent now: by whom, and who of support looks at it; null when it asks nothing. */
export async function openRemoval(consentId: string) {
  const [open] = await db
    .select({
      id: removalRequests.id,
      askedBy: removalRequests.askedBy,
      askerName: askers.name,
      askerMail: askers.email,
      assigneeId: removalRequests.assigneeId,
      assignee: assignees.name,
    })
    .from(removalRequests)
    .innerJoin(askers, eq(askers.id, removalRequests.askedBy))
    .leftJoin(assignees, eq(assignees.id, removalRequests.assigneeId))
    .where(and(eq(removalRequests.consentId, consentId), inArray(removalRequests.state, [...openStates])));
  return open ?? null;
}

export type OpenRemoval = Awaited<ReturnType<typeof openRemoval>>;

/** The colleague who looks at the customer's request, so that nobody else decides it meanwhile; null when nobody else does. */
export const heldByColleague = (removal: OpenRemoval, person: { id: string }): string | null =>
  removal?.assigneeId && removal.assigneeId !== person.id ? (removal.assignee ?? 'a colleague') : null;
