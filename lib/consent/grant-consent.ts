import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import type { ConsentKind } from './names';

interface Grant {
  partnerId: string;
  kind: ConsentKind;
  providerId: string | null;
  /** The request it answers. */
  requestId: string;
  dap: boolean;
  at: Date;
}

/**
 * Makes or widens the one active consent of the person's organization with a partner, inside the transaction of the command
 * that decided it. Accepting once more adds to what is held and takes nothing away; since when and by whom stays as it was.
 */
export async function grantConsent(person: UserActor, { at, ...grant }: Grant): Promise<{ id: string }> {
  const [customer] = await db.select().from(tenants).where(eq(tenants.id, person.tenant.id));
  if (!customer) throw new Error('the signed-in organization is gone');
  const [consent] = await db
    .insert(consents)
    .values({
      ...grant,
      id: uuidv7(),
      customerId: customer.id,
      customerSort: customer.sortName,
      customerDomain: customer.domain,
      grantedBy: person.id,
      grantedAt: at,
    })
    .onConflictDoUpdate({
      target: [consents.customerId, consents.partnerId, consents.kind],
      targetWhere: sql`revoked_at is null`,
      set: { providerId: grant.providerId, requestId: grant.requestId, ...(grant.dap ? { dap: true } : {}) },
    })
    .returning({ id: consents.id });
  if (!consent) throw new Error('the consent was neither made nor found');
  return consent;
}
