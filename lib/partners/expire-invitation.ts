import { and, eq, inArray, lte } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { providerInvitations } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { statesBefore } from './invitation-state';

/** Notes that an invitation ran out. Nothing waits for it: a link is dead from its expiry on, whoever notes it when. */
export const expireInvitation = command({
  allow: 'partner_links:expire',
  input: z.object({ invitationId: z.uuid() }),
  audit: 'provider_invitation.expired',
  async run({ about }, { invitationId }) {
    const at = now();
    const [expired] = await db
      .update(providerInvitations)
      .set({ state: 'expired', closedAt: at })
      .where(
        and(
          eq(providerInvitations.id, invitationId),
          inArray(providerInvitations.state, statesBefore('expire')),
          lte(providerInvitations.expiresAt, at),
        ),
      )
      .returning();
    if (!expired) return { ok: false, reason: 'nothing_due' } as const;
    about({
      subjectId: invitationId,
      partnerId: expired.providerId,
      detail: { organization: expired.recipientOrganization, recipientEmail: expired.recipientEmail },
    });
    return { ok: true } as const;
  },
});
