import { and, eq, gt, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { providerInvitations } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { statesBefore } from './invitation-state';
import { requirePartner } from './require-partner';

/** Takes an invitation back: its link is dead at once. `already_closed`: somebody decided, or it ran out. */
export const cancelInvitation = command({
  allow: 'partner_links:invite',
  input: z.object({ invitationId: z.uuid() }),
  audit: 'provider_invitation.canceled',
  async run({ actor, about }, { invitationId }) {
    const { tenant } = requirePartner(actor, 'indirect_provider');
    const own = and(eq(providerInvitations.id, invitationId), eq(providerInvitations.providerId, tenant.id));
    const at = now();
    const [canceled] = await db
      .update(providerInvitations)
      .set({ state: 'canceled', closedAt: at })
      .where(
        and(own, inArray(providerInvitations.state, statesBefore('cancel')), gt(providerInvitations.expiresAt, at)),
      )
      .returning();
    if (!canceled) {
      const [closed] = await db.select({ id: providerInvitations.id }).from(providerInvitations).where(own);
      if (!closed) throw new AppError('not_found');
      return { ok: false, reason: 'already_closed' } as const;
    }
    const { recipientOrganization: organization, recipientEmail } = canceled;
    about({ subjectId: invitationId, partnerId: tenant.id, detail: { organization, recipientEmail } });
    return { ok: true } as const;
  },
});
