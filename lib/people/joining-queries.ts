import { z } from 'zod';
import type { Role } from '@/lib/auth/actor';
import { query } from '@/lib/query';
import { findJoining } from './find-joining';

/** Where a link to join leads, for whoever holds it: what to set up, or why nobody does any more. */
export const findJoiningLink = query({
  allow: 'members:join',
  input: z.object({ token: z.string().max(100) }),
  async run(_actor, { token }) {
    const found = await findJoining(token);
    if (!found || found.dead) {
      return { kind: 'dead', why: found?.dead ?? 'unknown', organization: found?.organization.name ?? null } as const;
    }
    const { invitation, organization, inviter } = found;
    return {
      kind: 'good',
      organization: organization.name,
      organizationKind: organization.kind,
      invitedBy: inviter?.name ?? null,
      email: invitation.email,
      name: invitation.name,
      roles: invitation.roles as Role[],
    } as const;
  },
});
