import { and, count, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import type { AuthorizationOffer } from './authorization-terms';
import type { FoundInvitation } from './find-invitation';

interface LinkSides {
  providerId: string;
  resellerId: string;
}

/** What this person would authorise now for their organization. */
export async function offerTo(person: UserActor, { provider, sender }: FoundInvitation): Promise<AuthorizationOffer> {
  const { id, ...asks } = provider;
  const { name, domain } = person.tenant;
  return {
    provider: asks,
    sender: sender.name,
    reseller: { name, domain },
    person: { name: person.name, email: person.email },
    customers: await countCustomers({ providerId: id, resellerId: person.tenant.id }),
  };
}

/** How many customers name the provider in an active consent they gave the reseller. */
export async function countCustomers(link: LinkSides): Promise<number> {
  const [row] = await db
    .select({ customers: count() })
    .from(consents)
    .where(
      and(
        eq(consents.providerId, link.providerId),
        eq(consents.partnerId, link.resellerId),
        isNull(consents.revokedAt),
      ),
    );
  return row?.customers ?? 0;
}

/** Since when the two are linked, or null. */
export async function linkedSince(link: LinkSides): Promise<Date | null> {
  const [row] = await db
    .select({ since: partnerLinks.createdAt })
    .from(partnerLinks)
    .where(
      and(
        eq(partnerLinks.providerId, link.providerId),
        eq(partnerLinks.resellerId, link.resellerId),
        isNull(partnerLinks.endedAt),
      ),
    );
  return row?.since ?? null;
}
