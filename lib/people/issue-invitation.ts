import { and, eq, ne } from 'drizzle-orm';
import { db } from '@/db';
import { memberInvitations } from '@/db/schema';
import type { Role } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { queueMail } from '@/lib/mail/queue-mail';
import { joiningMail } from './joining-mail';

/** How long a link to join works, in milliseconds: who is invited may be away. */
const lifetime = days(7);

interface Invited {
  id: string;
  organization: { id: string; name: string; domain: string };
  email: string;
  name: string;
  roles: Role[];
  /** Null for the first person of an organization. */
  invitedBy: { id: string; name: string } | null;
}

/**
 * Mails somebody the link to join an organization, in the open transaction; one that the same address still holds for it is
 * replaced. There is no account before the link was used, so nobody can take an address that is not theirs. False when the
 * id is taken, or the address is being invited at this moment.
 */
export async function issueInvitation({ id, organization, email, name, roles, invitedBy }: Invited): Promise<boolean> {
  const createdAt = now();
  const expiresAt = later(createdAt, lifetime);
  const token = newInvitationToken();
  await db
    .update(memberInvitations)
    .set({ state: 'superseded', closedAt: createdAt })
    .where(
      and(
        eq(memberInvitations.tenantId, organization.id),
        eq(memberInvitations.email, email),
        eq(memberInvitations.state, 'sent'),
        ne(memberInvitations.id, id),
      ),
    );
  const row = { id, tenantId: organization.id, state: 'sent', email, name, roles, createdAt, expiresAt } as const;
  const sent = await db
    .insert(memberInvitations)
    .values({ ...row, tokenHash: hashInvitationToken(token), createdBy: invitedBy?.id ?? null })
    .onConflictDoNothing()
    .returning({ id: memberInvitations.id });
  if (sent.length === 0) return false;
  await queueMail(email, joiningMail({ organization, invitedBy: invitedBy?.name ?? null, name, token, expiresAt }));
  return true;
}
