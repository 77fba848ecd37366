import { and, asc, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { partnerLinks, tenants } from '@/db/schema';
import type { TenantId } from '@/lib/auth/actor';
import { requestKind } from './may-ask';
import type { ConsentKind } from './names';

export interface Sender {
  partner: { name: string; domain: string; mpnId: string | null };
  /** What it may ask for; null for a provider, whose permission comes through its resellers, and for a manufacturer. */
  kind: Exclude<ConsentKind, 'oem'> | null;
  /** The providers an indirect reseller works under now, by name. */
  providers: { id: string; name: string }[];
}

/** What a partner organization may send requests for, and under which providers. */
export async function findSender(partnerId: TenantId): Promise<Sender> {
  const [partner] = await db.select().from(tenants).where(eq(tenants.id, partnerId));
  if (!partner) throw new Error('the signed-in organization is gone');
  const kind = requestKind(partner.partnerType);
  const providers =
    kind === 'indirect_reseller'
      ? await db
          .select({ id: tenants.id, name: tenants.name })
          .from(partnerLinks)
          .innerJoin(tenants, eq(tenants.id, partnerLinks.providerId))
          .where(and(eq(partnerLinks.resellerId, partnerId), isNull(partnerLinks.endedAt)))
          .orderBy(asc(tenants.sortName), asc(tenants.id))
      : [];
  return { partner: { name: partner.name, domain: partner.domain, mpnId: partner.mpnId }, kind, providers };
}
