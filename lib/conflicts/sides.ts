import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts, consents, tenants } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { findCustomer } from '@/lib/devices/find-customer';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';

export type Conflict = typeof conflicts.$inferSelect;

const nobody = sql`1 = 0`;

/** What the actor's organization asked for. */
export const askedBy = ({ tenant }: TenantActor): SQL => eq(conflicts.askerPartnerId, tenant.id);

const answersForCustomer = (actor: TenantActor): boolean =>
  actor.type === 'user' && (actor.roles.includes('global_admin') || actor.roles.includes('intune_admin'));

/** What is asked of the actor's organization as the customer that has the device: for its people, never its programs. */
export const askedOfCustomer = (actor: TenantActor): SQL =>
  answersForCustomer(actor) ? eq(conflicts.holderCustomerId, actor.tenant.id) : nobody;

/** What is asked of it as the partner that registered the device, as long as it may act for that customer. */
export async function askedOfRegistrar(
  actor: TenantActor,
  permission: 'devices:read' | 'conflicts:answer_as_registrar',
): Promise<SQL | undefined> {
  const { tenant } = actor;
  if (!allows(actor, permission)) return nobody;
  const inReach = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(tenant));
  return and(
    inArray(conflicts.registrarId, await registrarsInReach(tenant)),
    inArray(conflicts.holderCustomerId, inReach),
  );
}

/** What the actor may answer, on either of the holder's two sides. */
export const answerable = async (actor: TenantActor): Promise<SQL | undefined> =>
  or(askedOfCustomer(actor), await askedOfRegistrar(actor, 'conflicts:answer_as_registrar'));

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
