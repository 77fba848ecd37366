import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, receipts, tenants } from '@/db/schema';
import { consentKindNames } from '@/lib/consent/names';
import { paths } from '@/lib/paths';
import type { Found } from './found';

const customers = alias(tenants, 'customers');
const partners = alias(tenants, 'partners');

/** A consent, also one that has ended. */
export async function consentBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({ kind: consents.kind, revokedAt: consents.revokedAt, customer: customers.name, partner: partners.name })
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .innerJoin(partners, eq(partners.id, consents.partnerId))
    .where(eq(consents.id, id));
  return rows.map(({ kind, revokedAt, customer, partner }) => ({
    kind: 'consent',
    id,
    name: `${customer} and ${partner}`,
    detail: `${consentKindNames[kind]}, ${revokedAt ? 'ended' : 'active'}`,
    href: paths.supportConsent(id),
  }));
}

/** A receipt has no page for support: it leads to the request that it is about, else to its customer. */
export async function receiptBy(id: string): Promise<Found[]> {
  const rows = await db
    .select({
      event: receipts.event,
      requestId: receipts.requestId,
      customerId: consents.customerId,
      customer: customers.name,
      partner: partners.name,
    })
    .from(receipts)
    .innerJoin(consents, eq(consents.id, receipts.consentId))
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .innerJoin(partners, eq(partners.id, consents.partnerId))
    .where(eq(receipts.id, id))
    .limit(1);
  return rows.map(({ event, requestId, customerId, customer, partner }) => ({
    kind: 'receipt',
    id,
    name: `${customer} and ${partner}`,
    detail: `Consent ${event}`,
    href: requestId ? paths.supportRequest(requestId) : paths.supportTenant(customerId),
  }));
}
