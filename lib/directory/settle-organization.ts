import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { createOrganization } from '@/lib/tenants/create-organization';
import { domainOf, refuseDomain } from '@/lib/tenants/organization-domain';
import type { DirectoryPerson } from './claims';

type Tenant = typeof tenants.$inferSelect;

/**
 * The organization of a directory, in the open transaction. One that nobody here has seen becomes a customer, by the domain of the
 * first who signs in; of two at once one makes it. Never found by a domain: `domain_taken` where an organization has
 * that and is not connected to this directory. `not_own_domain` where somebody has no sign-in name of the directory itself.
 */
export async function settleOrganization(person: DirectoryPerson) {
  const { tid, signInName, guest, country } = person;
  const known = await organizationOf(tid);
  if (known) return { ok: true, tenant: known, isNew: false } as const;
  const domain = domainOf(signInName);
  if (guest || refuseDomain(domain)) return { ok: false, reason: 'not_own_domain' } as const;
  const made = await createOrganization({ kind: 'customer', name: nameOf(domain), domain, country, directoryId: tid });
  if (made) return { ok: true, tenant: made, isNew: true } as const;
  const theirs = await organizationOf(tid);
  return theirs
    ? ({ ok: true, tenant: theirs, isNew: false } as const)
    : ({ ok: false, reason: 'domain_taken' } as const);
}

async function organizationOf(tid: string): Promise<Tenant | null> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.directoryId, tid));
  return tenant ?? null;
}

/** Until its administrator names it: the domain, without what Microsoft puts behind the name of each directory. */
const nameOf = (domain: string): string => domain.replace(/\.onmicrosoft\.com$/, '');
