import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { memberInvitations } from '@/db/schema';
import type { Role } from '@/lib/auth/actor';
import { toActor } from '@/lib/auth/load-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { createAccount } from './create-account';
import { findJoining } from './find-joining';
import { joinInput } from './join-input';
import { preparePassword } from './prepare-password';

/**
 * Makes the account that somebody was invited to. Outcomes: `dead` with why, also for who comes second with the same link;
 * `weak` with the sentence that says why; and `address_taken` where the address has an account already, told to nobody but
 * its owner. After the last two the link still works.
 */
export const joinOrganization = command({
  allow: 'members:join',
  input: joinInput.extend({ token: z.string().max(100) }),
  audit: 'member.joined',
  async prepare({ token, name, password }) {
    const found = await findJoining(token);
    // Nobody without a good link has us hash anything.
    if (!found || found.dead) return null;
    return preparePassword(password, { name, email: found.invitation.email, organization: found.organization.name });
  },
  async run({ about }, { token, name }, prepared) {
    const found = await findJoining(token);
    if (!found || found.dead || !prepared) return { ok: false, reason: 'dead', why: found?.dead ?? 'unknown' } as const;
    if ('weak' in prepared) return { ok: false, reason: 'weak', message: prepared.weak } as const;
    const { invitation, organization } = found;
    const at = now();
    const claimed = await db
      .update(memberInvitations)
      .set({ state: 'accepted', closedAt: at })
      .where(
        and(
          eq(memberInvitations.id, invitation.id),
          eq(memberInvitations.state, 'sent'),
          gt(memberInvitations.expiresAt, at),
        ),
      )
      .returning({ id: memberInvitations.id });
    if (claimed.length === 0) return { ok: false, reason: 'dead', why: 'used' } as const;
    const roles = invitation.roles as Role[];
    const account = { tenantId: organization.id, email: invitation.email, name, roles, passwordHash: prepared.hash };
    const user = await createAccount(account);
    if (!user) return { ok: false, reason: 'address_taken' } as const;
    await db.update(memberInvitations).set({ userId: user.id }).where(eq(memberInvitations.id, invitation.id));
    about({ actor: toActor(user, organization, ''), subjectId: user.id, detail: { email: user.email, roles } });
    return { ok: true, email: user.email } as const;
  },
});
