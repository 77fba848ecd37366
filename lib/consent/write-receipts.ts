import { inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { receipts, tenants } from '@/db/schema';
import { hashCanonical, storable } from '@/lib/audit/canonical';
import type { TenantActor } from '@/lib/auth/actor';
import { clientLabel } from '@/lib/clients/client-label';
import type { ConsentKind } from './names';
import type { Party, Receipt, ReceiptContent } from './receipt';

interface Happened extends Pick<ReceiptContent, 'event' | 'dap' | 'shown'> {
  at: Date;
  consent: { id: string; customerId: string; partnerId: string; kind: ConsentKind; requestId: string | null };
  /** Ids of the provider that the consent names. */
  provider: { before: string | null; after: string | null };
  reason?: string;
  shownHash?: string;
}

/**
 * Gives each side its copy of the receipt, inside the transaction of what it is about. The hash is taken of what both
 * engines give back, and belongs into the audit event too: that way the chain vouches for it (decision 0014).
 */
export async function writeReceipts(who: TenantActor, happened: Happened): Promise<Receipt> {
  const { event, at, consent, provider, dap, shown, reason = null, shownHash = null } = happened;
  const { customerId, partnerId, requestId } = consent;
  const party = await parties([customerId, partnerId, provider.before, provider.after]);
  const id = uuidv7();
  const content: ReceiptContent = storable({
    receiptId: id,
    consentId: consent.id,
    requestId,
    event,
    at: at.toISOString(),
    by: {
      id: who.id,
      name: who.type === 'user' ? who.name : clientLabel(who.name),
      organization: who.tenant.name,
      side: who.tenant.id === customerId ? 'customer' : who.tenant.id === partnerId ? 'partner' : 'support',
    },
    customer: party(customerId),
    partner: party(partnerId),
    kind: consent.kind,
    provider: {
      before: provider.before && party(provider.before),
      after: provider.after && party(provider.after),
    },
    dap,
    reason,
    shown,
    shownHash,
  } satisfies Record<keyof ReceiptContent, unknown>) as ReceiptContent;
  const hash = hashCanonical(content);
  const copy = { id, consentId: consent.id, requestId, event, at, content: { ...content }, hash };
  await db.insert(receipts).values([
    { ...copy, tenantId: customerId },
    { ...copy, tenantId: partnerId },
  ]);
  return { id, content, hash };
}

async function parties(ids: (string | null)[]): Promise<(id: string) => Party> {
  const known = await db
    .select({ id: tenants.id, name: tenants.name, domain: tenants.domain, mpnId: tenants.mpnId })
    .from(tenants)
    .where(
      inArray(
        tenants.id,
        ids.filter((id) => id !== null),
      ),
    );
  return (id) => {
    const found = known.find((one) => one.id === id);
    if (!found) throw new Error('a consent without its organizations');
    return found;
  };
}
