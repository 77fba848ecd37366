import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { db } from '@/db';
import { partnerApplications, tenants } from '@/db/schema';
import { startingWith } from '@/lib/devices/begins-with';
import { nearDomains } from './near-domains';

/** As many as tell support that it should look closer. */
const atMost = 10;

const shown = {
  id: tenants.id,
  name: tenants.name,
  domain: tenants.domain,
  kind: tenants.kind,
  partnerType: tenants.partnerType,
  mpnId: tenants.mpnId,
};

interface Claimed {
  organization: string;
  domain: string;
  mpnId: string | null;
}

/**
 * Organizations here whose name begins with the same word, whose domain is near, or that have the same MPN ID; those with the very
 * name or domain first.
 */
export async function similarOrganizations({ organization, domain, mpnId }: Claimed, except: string | null) {
  const { above, label } = nearDomains(domain);
  const name = organization.toLowerCase();
  const [word = name] = name.split(' ');
  const same = or(eq(tenants.sortName, name), eq(tenants.domain, domain));
  const near = or(
    same,
    // Half the world begins with "The".
    startingWith(tenants.sortName, word.length > 3 ? word : name),
    startingWith(tenants.domain, `${label}.`),
    above.length > 0 ? inArray(tenants.domain, above) : undefined,
    mpnId ? and(eq(tenants.kind, 'partner'), eq(tenants.mpnId, mpnId)) : undefined,
  );
  return db
    .select(shown)
    .from(tenants)
    .where(and(near, except ? ne(tenants.id, except) : undefined))
    .orderBy(sql`case when ${same} then 0 else 1 end`, asc(tenants.sortName), asc(tenants.id))
    .limit(atMost);
}

type Applied = Pick<typeof partnerApplications.$inferSelect, 'id' | 'domain' | 'contactEmail'>;

/** What else was applied for, for the same domain or by the same contact; the latest first. */
export async function otherApplications({ id, domain, contactEmail }: Applied) {
  const rows = await db
    .select({
      id: partnerApplications.id,
      organization: partnerApplications.organization,
      domain: partnerApplications.domain,
      contactEmail: partnerApplications.contactEmail,
      state: partnerApplications.state,
      createdAt: partnerApplications.createdAt,
    })
    .from(partnerApplications)
    .where(
      and(
        ne(partnerApplications.id, id),
        or(eq(partnerApplications.domain, domain), eq(partnerApplications.contactEmail, contactEmail)),
      ),
    )
    .orderBy(asc(partnerApplications.createdAt), asc(partnerApplications.id));
  return rows.slice(-atMost).reverse();
}
