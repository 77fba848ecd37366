import { and, eq, inArray, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { providerInvitations, tenants } from '@/db/schema';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { queueMail } from '@/lib/mail/queue-mail';
import { statesBefore } from './invitation-state';
import { inviteResellerInput } from './invite-reseller-input';
import { invitationMail } from './link-mails';
import { requirePartner } from './require-partner';

/**
 * Sends a person of a reseller the link to authorise this provider; a link that the same address still holds is replaced.
 * Outcomes: `own_organization`, and `already_sent` when this form was submitted before or the address is being invited at
 * this moment.
 */
export const inviteReseller = command({
  allow: 'partner_links:invite',
  input: inviteResellerInput,
  audit: 'provider_invitation.sent',
  async run({ actor, about }, { invitationId, organization, recipientName, recipientEmail, expiresInDays }) {
    const { id: createdBy, tenant } = requirePartner(actor, 'indirect_provider');
    const [provider] = await db.select().from(tenants).where(eq(tenants.id, tenant.id));
    if (!provider) throw new Error('the signed-in organization is gone');
    if (recipientEmail.endsWith(`@${provider.domain}`)) return { ok: false, reason: 'own_organization' } as const;
    const createdAt = now();
    const expiresAt = later(createdAt, days(expiresInDays));
    const token = newInvitationToken();
    const superseded = await db
      .update(providerInvitations)
      .set({ state: 'superseded', closedAt: createdAt })
      .where(
        and(
          eq(providerInvitations.providerId, provider.id),
          eq(providerInvitations.recipientEmail, recipientEmail),
          inArray(providerInvitations.state, statesBefore('supersede')),
          ne(providerInvitations.id, invitationId),
        ),
      )
      .returning({ id: providerInvitations.id });
    const sent = await db
      .insert(providerInvitations)
      .values({
        id: invitationId,
        providerId: provider.id,
        state: 'sent',
        recipientName,
        recipientEmail,
        recipientOrganization: organization,
        tokenHash: hashInvitationToken(token),
        createdBy,
        createdAt,
        expiresAt,
      })
      .onConflictDoNothing()
      .returning({ id: providerInvitations.id });
    if (sent.length === 0)
      return alreadySent(provider.id, { invitationId, organization, recipientName, recipientEmail });
    await enqueue('provider_invitation.expire', { invitationId }, expiresAt);
    await queueMail(recipientEmail, invitationMail({ provider, recipientName, organization, token, expiresAt }));
    about({
      subjectId: invitationId,
      partnerId: provider.id,
      detail: { organization, recipientName, recipientEmail, expiresAt, superseded: superseded.map(({ id }) => id) },
    });
    return { ok: true, invitationId } as const;
  },
});

/** The same form again is one invitation; the same id around something else is a mistake, whoever's the first was. */
async function alreadySent(providerId: string, input: Omit<z.output<typeof inviteResellerInput>, 'expiresInDays'>) {
  const [first] = await db.select().from(providerInvitations).where(eq(providerInvitations.id, input.invitationId));
  const same =
    first?.providerId === providerId &&
    first.recipientEmail === input.recipientEmail &&
    first.recipientName === input.recipientName &&
    first.recipientOrganization === input.organization;
  if (first && !same) throw new AppError('conflict');
  return { ok: false, reason: 'already_sent' } as const;
}
