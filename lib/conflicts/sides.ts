import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts, consents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { findCustomer } from '@/lib/devices/find-customer';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';

export type Conflict = typeof conflicts.$inferSelect;

const nobody = sql`1 = 0`;

/** What the person's organization asked for. */
export const askedBy = ({ tenant }: UserActor): SQL => eq(conflicts.askerPartnerId, tenant.id);

/** What is asked of the person's organization as the customer that has the device. */
export const askedOfCustomer = ({ tenant, roles }: UserActor): SQL =>
  roles.includes('global_admin') || roles.includes('intune_admin') ? eq(conflicts.holderCustomerId, tenant.id) : nobody;

/** What is asked of it as the partner that registered the device, as long as it may act for that customer. */
export async function askedOfRegistrar(
  person: UserActor,
  permission: 'devices:read' | 'devices:register',
): Promise<SQL | undefined> {
  const { tenant } = person;
  if (!allows(person, permission)) return nobody;
  const inReach = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(tenant));
  return and(
    inArray(conflicts.registrarId, await registrarsInReach(tenant)),
    inArray(conflicts.holderCustomerId, inReach),
  );
}

/** What the person may answer, on either of the holder's two sides. */
export const answerable = async (person: UserActor): Promise<SQL | undefined> =>
  or(askedOfCustomer(person), await askedOfRegistrar(person, 'devices:register'));

/**
 * The partner that registered the device, or null once it may no longer act for the customer: it is then told nothing more
 * of the customer's devices.
 */
export async function actingRegistrar({ registrarId, holderCustomerId }: Conflict): Promise<string | null> {
  const [partner] = await db
    .select({ id: tenants.id, partnerType: tenants.partnerType })
    .from(tenants)
    .where(eq(tenants.id, registrarId));
  return partner && (await findCustomer(partner, holderCustomerId)) ? registrarId : null;
}
