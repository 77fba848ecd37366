import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { providerInvitations, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { now } from '@/lib/clock';
import { query } from '@/lib/query';
import { linkedSince, offerTo } from './authorization-offer';
import { authorizationTerms } from './authorization-terms';
import { findInvitation, isInvited } from './find-invitation';
import { effectiveState } from './invitation-state';
import { requirePartner } from './require-partner';
import { shownAuthorization } from './shown-authorization';

export const invitationsPageSize = 20;

/** The provider's invitations, newest first, closed ones too. */
export const listInvitations = query({
  allow: 'partner_links:read',
  input: z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) }),
  async run(actor, { page }) {
    const { tenant } = requirePartner(actor, 'indirect_provider');
    const own = eq(providerInvitations.providerId, tenant.id);
    const at = now();
    const rows = await db
      .select({ invitation: providerInvitations, sender: users.name, reseller: tenants.name })
      .from(providerInvitations)
      .innerJoin(users, eq(users.id, providerInvitations.createdBy))
      .leftJoin(tenants, eq(tenants.id, providerInvitations.resellerId))
      .where(own)
      .orderBy(desc(providerInvitations.createdAt), desc(providerInvitations.id))
      .limit(invitationsPageSize)
      .offset((page - 1) * invitationsPageSize);
    const [counted] = await db.select({ total: count() }).from(providerInvitations).where(own);
    return {
      page,
      total: counted?.total ?? 0,
      rows: rows.map(({ invitation, sender, reseller }) => ({
        id: invitation.id,
        state: effectiveState(invitation, at),
        organization: invitation.recipientOrganization,
        recipientName: invitation.recipientName,
        recipientEmail: invitation.recipientEmail,
        sender,
        sentAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
        closedAt: invitation.closedAt,
        /** The organisation that decided, whatever the provider called it. */
        decidedFor: reseller,
      })),
    };
  },
});

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>['rows'][number];

/** Whether this person may invite at all; AppError `not_found` outside an indirect provider. For the page with the form. */
export const mayInviteResellers = query({
  allow: 'partner_links:invite',
  input: z.object({}),
  async run(actor) {
    requirePartner(actor, 'indirect_provider');
    return true;
  },
});

/** Names, never addresses. */
async function administratorNames(tenantId: string): Promise<string[]> {
  const people = await db
    .select({ name: users.name, roles: users.roles })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), isNull(users.disabledAt)))
    .orderBy(users.name);
  return people.filter(({ roles }) => roles.includes('global_admin')).map(({ name }) => name);
}

/** Where a link leads, before anybody signs in: `why` it is dead, or null while it is good. */
export const findProviderInvitation = query({
  allow: 'invitation:find',
  input: z.object({ token: z.string().max(100) }),
  async run(_actor, { token }) {
    const found = await findInvitation(token);
    if (!found) return { why: 'unknown', asks: null } as const;
    return { why: found.dead, asks: { provider: found.provider.name, contact: null } };
  },
});

/**
 * What the holder of an invitation's link is shown. `view` says which page it is: `dead` with why, `wrong_organization` (not
 * the indirect reseller that was invited), `linked` (decided with yes, by this invitation or another), `permission` (the
 * right organization, the wrong role), or `decide`. Opening it changes nothing.
 */
export const readProviderInvitation = query({
  allow: 'invitation:read',
  input: z.object({ token: z.string().max(100) }),
  async run(actor, { token }) {
    const person = requireUser(actor);
    const found = await findInvitation(token);
    if (!found) return { view: 'dead', why: 'unknown', asks: null } as const;
    const { provider, sender, recipientOrganization: organization } = found;
    const invited = isInvited(found, person.tenant);
    if (invited && (!found.dead || found.decidedFor === person.tenant.id)) {
      const since = await linkedSince({ providerId: provider.id, resellerId: person.tenant.id });
      if (since) return { view: 'linked', provider: provider.name, since } as const;
    }
    if (found.dead) {
      const contact = sender.active ? { name: sender.name, email: sender.email } : null;
      return { view: 'dead', why: found.dead, asks: { provider: provider.name, contact } } as const;
    }
    if (!invited) return { view: 'wrong_organization', provider: provider.name, organization } as const;
    const offer = await offerTo(person, found);
    const given = { offer, terms: authorizationTerms(offer), expiresAt: found.expiresAt };
    if (!allows(actor, 'partner_links:decide')) {
      return { view: 'permission', administrators: await administratorNames(person.tenant.id), ...given } as const;
    }
    return { view: 'decide', shown: shownAuthorization(offer), ...given } as const;
  },
});
