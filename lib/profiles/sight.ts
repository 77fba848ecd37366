import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db';
import { profiles, tenants } from '@/db/schema';
import type { Organization } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { AppError } from '@/lib/errors';
import { holdReach } from '@/lib/partners/hold-reach';
import { registrarsInReach } from '@/lib/partners/reach';

/** Never what the customer made itself. */
const byPartners = (customerId: string, makers: string[]) =>
  and(eq(profiles.customerId, customerId), eq(profiles.source, 'partner'), inArray(profiles.makerId, makers));

/**
 * Which profiles of a customer an organization sees, as a condition: the customer all of them, a partner its own and a
 * provider also its resellers', for as long as it may act for the customer. Throws `not_found` for any other customer.
 */
export async function profilesInSight(tenant: Organization, customerId: string): Promise<SQL | undefined> {
  if (tenant.kind === 'customer') {
    if (tenant.id !== customerId) throw new AppError('not_found');
    return eq(profiles.customerId, customerId);
  }
  if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
  return byPartners(customerId, await registrarsInReach(tenant));
}

/**
 * Which of them it changes and applies: the customer only those it made. Holds a partner's consent, or the customer's own
 * row, until the open transaction ends: who changes a customer's profiles takes turns. Throws `not_found`.
 */
export async function profilesInHand(tenant: Organization, customerId: string): Promise<SQL | undefined> {
  if (tenant.kind === 'customer') {
    if (tenant.id !== customerId) throw new AppError('not_found');
    await db
      .update(tenants)
      .set({ createdAt: sql`${tenants.createdAt}` })
      .where(eq(tenants.id, customerId));
    return and(eq(profiles.customerId, customerId), eq(profiles.makerId, tenant.id));
  }
  if (!(await holdReach(tenant, customerId))) throw new AppError('not_found');
  return byPartners(customerId, await registrarsInReach(tenant));
}

/** By whom an organization's profiles count as made. */
export const sourceOf = (tenant: Organization) => (tenant.kind === 'customer' ? 'intune' : 'partner');

/** Who concerns an event: what a customer does with its own profiles is no partner's news. */
export const concerned = (tenant: Organization, customerId: string) =>
  tenant.kind === 'customer' ? { customerId } : { customerId, partnerId: tenant.id };
