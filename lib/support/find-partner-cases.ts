import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, oemLinkApplications, providerInvitations, suspensions, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { applicationStateNames } from '@/lib/oem/application-state';
import { effectiveState, invitationStateNames } from '@/lib/partners/invitation-state';
import { paths } from '@/lib/paths';
import { suspensionStateNames } from '@/lib/suspensions/suspension-state';
import type { Found } from './found';

/** What an OEM asked for its consent link with. */
export async function applicationBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({ state: oemLinkApplications.state, partner: tenants.name })
    .from(oemLinkApplications)
    .innerJoin(tenants, eq(tenants.id, oemLinkApplications.partnerId))
    .where(eq(oemLinkApplications.id, id));
  return rows.map(({ state, partner }) => ({
    kind: 'application',
    id,
    name: `${partner} asks for its consent link`,
    detail: applicationStateNames[state],
    href: paths.oemLink(id),
  }));
}

/** A suspension, of a partner or of one of its API clients. */
export async function suspensionBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({
      state: suspensions.state,
      partner: tenants.name,
      client: apiClients.name,
      clientKey: apiClients.clientId,
    })
    .from(suspensions)
    .innerJoin(tenants, eq(tenants.id, suspensions.tenantId))
    .leftJoin(apiClients, eq(apiClients.id, suspensions.clientId))
    .where(eq(suspensions.id, id));
  return rows.map(({ state, partner, client, clientKey }) => ({
    kind: 'suspension',
    id,
    name: clientKey ? `${client ?? clientKey} of ${partner}` : partner,
    detail: suspensionStateNames[state],
    href: paths.suspension(id),
  }));
}

/** An invitation of a provider has no page for support: it leads to who sent it. */
export async function invitationBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({ invitation: providerInvitations, provider: tenants.name })
    .from(providerInvitations)
    .innerJoin(tenants, eq(tenants.id, providerInvitations.providerId))
    .where(eq(providerInvitations.id, id));
  return rows.map(({ invitation, provider }) => ({
    kind: 'invitation',
    id,
    name: `${provider} to ${invitation.recipientOrganization}`,
    detail: `${invitationStateNames[effectiveState(invitation, now())]}, ${invitation.recipientEmail}`,
    href: paths.supportTenant(invitation.providerId),
  }));
}
