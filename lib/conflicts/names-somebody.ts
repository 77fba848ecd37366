import { inArray } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import type { Conflict } from './sides';

/** The first of a conflict's organizations that a text names, by name or domain, or null: both sides are to read it. */
export async function namesSomebody(text: string, conflict: Conflict): Promise<string | null> {
  const { askerPartnerId, askerCustomerId, holderCustomerId, registrarId } = conflict;
  const sides = await db
    .select({ name: tenants.name, sortName: tenants.sortName, domain: tenants.domain })
    .from(tenants)
    .where(inArray(tenants.id, [askerPartnerId, askerCustomerId, holderCustomerId, registrarId]));
  const said = text.toLowerCase();
  return sides.find(({ sortName, domain }) => said.includes(sortName) || said.includes(domain))?.name ?? null;
}
