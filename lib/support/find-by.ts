import { and, eq, ne, type SQL } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, conflicts, consentRequests, removalRequests, tenants, uploads, users } from '@/db/schema';
import { conflictStateNames, deviceLabel } from '@/lib/conflicts/names';
import { requestStateNames } from '@/lib/consent/names';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { type Found, foundAtMost } from './found';
import { removalStateNames } from './removal-state';

const customers = alias(tenants, 'customers');
const partners = alias(tenants, 'partners');

/** One more than is shown, so that it can be said that there are more. */
const limit = foundAtMost + 1;
const kindNames = { partner: 'Partner', customer: 'Customer', operator: 'Operator' };

/** Organizations that the condition holds for; in order, where the condition is a range of an index. */
export async function organizations(where: SQL | undefined, order: SQL): Promise<Found[]> {
  const rows = await db.select().from(tenants).where(where).orderBy(order).limit(limit);
  return rows.map(({ id, name, domain, kind, partnerType }) => ({
    kind: 'organization',
    id,
    name,
    detail: `${partnerType ? partnerTypeNames[partnerType] : kindNames[kind]}, ${domain}`,
    href: paths.supportTenant(id),
  }));
}

/** People, who lead to their organization. */
export async function people(where: SQL | undefined, order: SQL): Promise<Found[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email, tenantId: tenants.id, tenant: tenants.name })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(where)
    .orderBy(order)
    .limit(limit);
  return rows.map(({ id, name, email, tenantId, tenant }) => ({
    kind: 'person',
    id,
    name,
    detail: `${email}, ${tenant}`,
    href: paths.supportTenant(tenantId),
  }));
}

export async function requests(where: SQL | undefined, order: SQL): Promise<Found[]> {
  const rows = await db
    .select({ request: consentRequests, partner: partners.name })
    .from(consentRequests)
    .innerJoin(partners, eq(partners.id, consentRequests.partnerId))
    .where(where)
    .orderBy(order)
    .limit(limit);
  return rows.map(({ request: { id, recipientName, recipientEmail, recipientOrganization, state }, partner }) => ({
    kind: 'request',
    id,
    name: `${partner} to ${recipientOrganization || recipientName || 'nobody yet'}`,
    detail: [requestStateNames[state], recipientEmail].filter(Boolean).join(', '),
    href: paths.supportRequest(id),
  }));
}

/** Uploads that were received whole. */
export async function uploadsBy(where: SQL | undefined, order: SQL): Promise<Found[]> {
  const rows = await db
    .select({ id: uploads.id, fileName: uploads.fileName, partner: partners.name, customer: customers.name })
    .from(uploads)
    .innerJoin(partners, eq(partners.id, uploads.partnerId))
    .innerJoin(customers, eq(customers.id, uploads.customerId))
    .where(and(where, ne(uploads.state, 'receiving')))
    .orderBy(order)
    .limit(limit);
  return rows.map(({ id, fileName, partner, customer }) => ({
    kind: 'upload',
    id,
    name: fileName ?? 'Upload of an API client',
    detail: `${partner} for ${customer}`,
    href: paths.supportUpload(id),
  }));
}

export async function conflictsBy(where: SQL | undefined, order: SQL): Promise<Found[]> {
  const rows = await db
    .select({ id: conflicts.id, state: conflicts.state, registered: conflicts.registered })
    .from(conflicts)
    .where(where)
    .orderBy(order)
    .limit(limit);
  return rows.map(({ id, state, registered }) => ({
    kind: 'conflict',
    id,
    name: deviceLabel(registered),
    detail: conflictStateNames[state],
    href: paths.supportConflict(id),
  }));
}

export async function removalBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({ state: removalRequests.state, customer: customers.name, partner: partners.name })
    .from(removalRequests)
    .innerJoin(customers, eq(customers.id, removalRequests.customerId))
    .innerJoin(partners, eq(partners.id, removalRequests.partnerId))
    .where(eq(removalRequests.id, id));
  return rows.map(({ state, customer, partner }) => ({
    kind: 'removal',
    id,
    name: `${customer} asks to remove ${partner}`,
    detail: removalStateNames[state],
    href: paths.removal(id),
  }));
}

/** API clients, by what they present; they lead to their partner. */
export async function clientsBy(where: SQL | undefined): Promise<Found[]> {
  const rows = await db
    .select({ id: apiClients.id, clientId: apiClients.clientId, name: apiClients.name, tenant: tenants })
    .from(apiClients)
    .innerJoin(tenants, eq(tenants.id, apiClients.tenantId))
    .where(where)
    .limit(limit);
  return rows.map(({ id, clientId, name, tenant }) => ({
    kind: 'client',
    id,
    name: name ?? clientId,
    detail: `${clientId}, ${tenant.name}`,
    href: paths.supportTenant(tenant.id),
  }));
}
