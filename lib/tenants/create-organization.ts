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
  /** Of the directory its people sign in by. */
  directoryId?: string;
}

/** Makes an organization in the open transaction. Null where another one has the domain or the directory, which the unique indexes say. */
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
