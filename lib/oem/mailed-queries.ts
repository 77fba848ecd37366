import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, oemLinkMails, standingLinks, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { query } from '@/lib/query';

export const mailsPerPage = 10;

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Of these addresses, the ones whose organization has given the OEM its consent and has not lost it: the customer, and since
 * when. An organization is found by its domain, or by the account that signs in with the address. Whatever else the portal
 * knows of an address stays untold.
 */
async function acceptedBy(partnerId: string, addresses: string[]) {
  const domains = await db
    .select({ id: tenants.id, domain: tenants.domain })
    .from(tenants)
    .where(inArray(tenants.domain, addresses.map(domainOf)));
  const people = await db
    .select({ id: users.tenantId, email: users.email, byDirectory: users.directoryOid })
    .from(users)
    .where(inArray(users.email, addresses));
  const known = [...domains, ...people].map(({ id }) => id);
  const given = await db
    .select({ id: tenants.id, name: tenants.name, since: consents.grantedAt })
    .from(consents)
    .innerJoin(tenants, eq(tenants.id, consents.customerId))
    .where(
      and(
        inArray(consents.customerId, known),
        eq(consents.partnerId, partnerId),
        eq(consents.kind, 'oem'),
        isNull(consents.revokedAt),
      ),
    );
  return (address: string) => {
    // As `findTenantByAddress` ranks them: how a directory calls somebody comes last.
    const named = people.filter(({ email }) => email === address);
    const person = named.find(({ byDirectory }) => byDirectory === null);
    const domain = domains.find((one) => one.domain === domainOf(address));
    return given.find(({ id }) => id === (person ?? domain ?? named[0])?.id) ?? null;
  };
}

/** One page of whom an OEM mailed its link, newest first, each with the consent it has of that organization now. */
export const listMailed = query({
  allow: 'oem_link:read',
  input: z.object({ page: z.coerce.number().int().min(1).catch(1).default(1) }),
  async run(actor, { page: asked }) {
    const { id: partnerId } = requireUser(actor).tenant;
    const own = eq(oemLinkMails.partnerId, partnerId);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(oemLinkMails).where(own);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / mailsPerPage)));
    const rows = await db
      .select({
        id: oemLinkMails.id,
        recipientName: oemLinkMails.recipientName,
        recipientEmail: oemLinkMails.recipientEmail,
        organization: oemLinkMails.organization,
        sentBy: users.name,
        sentAt: oemLinkMails.createdAt,
        linkEndedAt: standingLinks.endedAt,
      })
      .from(oemLinkMails)
      .innerJoin(users, eq(users.id, oemLinkMails.sentBy))
      .innerJoin(standingLinks, eq(standingLinks.id, oemLinkMails.linkId))
      .where(own)
      .orderBy(desc(oemLinkMails.createdAt), desc(oemLinkMails.id))
      .limit(mailsPerPage)
      .offset((page - 1) * mailsPerPage);
    const customerOf = await acceptedBy(
      partnerId,
      rows.map(({ recipientEmail }) => recipientEmail),
    );
    return { rows: rows.map((row) => ({ ...row, customer: customerOf(row.recipientEmail) })), total, page };
  },
});

export type MailedLink = Awaited<ReturnType<typeof listMailed>>['rows'][number];
