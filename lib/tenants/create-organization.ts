import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import type { PartnerType, TenantKind } from '@/lib/auth/actor';
import { now } from '@/lib/clock';

interface NewOrganization {
  kind: TenantKind;
  name: string;
  domain: string;
  country: string;
  partnerType?: PartnerType;
  mpnId?: string | null;
}

/** Makes an organization in the open transaction. Null where another one has the domain, which the unique index says. */
export async function createOrganization({ partnerType, mpnId, ...given }: NewOrganization) {
  const [tenant] = await db
    .insert(tenants)
    .values({
      id: uuidv7(),
      ...given,
      sortName: given.name.toLowerCase(),
      partnerType: partnerType ?? null,
      mpnId: mpnId ?? null,
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning();
  return tenant ?? null;
}
