import { asc, count, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { oemLinkApplications, tenants, users } from '@/db/schema';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { openStates } from './application-state';
import { consentLinkOf } from './consent-link';
import { latestEnding } from './queries';

export const applicationsPerPage = 25;

const askers = alias(users, 'askers');
const assignees = alias(users, 'assignees');
const closers = alias(users, 'closers');

const listed = {
  id: oemLinkApplications.id,
  state: oemLinkApplications.state,
  partnerName: tenants.name,
  partnerDomain: tenants.domain,
  askedAt: oemLinkApplications.createdAt,
  assignee: assignees.name,
  closedAt: oemLinkApplications.closedAt,
};

/** What an address may say; anything else counts as not said. */
export const applicationSearch = z.object({
  show: z.enum(['open', 'closed']).catch('open').default('open'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

/** One page of the OEMs that ask for their link: what is open by how long it waits, what is closed the latest first. */
export const listApplications = query({
  allow: 'oem_link:handle',
  input: applicationSearch,
  async run(_actor, { show, page: asked }) {
    const open = show === 'open';
    const where = (open ? inArray : notInArray)(oemLinkApplications.state, [...openStates]);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(oemLinkApplications).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / applicationsPerPage)));
    const { createdAt, closedAt, id } = oemLinkApplications;
    const rows = await db
      .select(listed)
      .from(oemLinkApplications)
      .innerJoin(tenants, eq(tenants.id, oemLinkApplications.partnerId))
      .leftJoin(assignees, eq(assignees.id, oemLinkApplications.assigneeId))
      .where(where)
      .orderBy(...(open ? [asc(createdAt), asc(id)] : [desc(closedAt), desc(id)]))
      .limit(applicationsPerPage)
      .offset((page - 1) * applicationsPerPage);
    return { rows, total, page };
  },
});

/** The link that an OEM has now, without its address: support hands out none. */
async function linkNow(partnerId: string) {
  const link = await consentLinkOf(partnerId);
  if (!link) return null;
  const [person] = await db.select({ name: users.name }).from(users).where(eq(users.id, link.issuedBy));
  return { id: link.id, issuedAt: link.issuedAt, issuedBy: person?.name ?? 'support' };
}

/** One application with all that support decides it by, and how the OEM stands with its link now. */
export const getApplication = query({
  allow: 'oem_link:handle',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [row] = await db
      .select({
        ...listed,
        partnerId: oemLinkApplications.partnerId,
        partnerCountry: tenants.country,
        website: oemLinkApplications.website,
        makes: oemLinkApplications.makes,
        contactName: oemLinkApplications.contactName,
        contactEmail: oemLinkApplications.contactEmail,
        note: oemLinkApplications.note,
        askedBy: askers.name,
        assigneeId: oemLinkApplications.assigneeId,
        reviewedAt: oemLinkApplications.reviewedAt,
        answer: oemLinkApplications.answer,
        closedBy: closers.name,
      })
      .from(oemLinkApplications)
      .innerJoin(tenants, eq(tenants.id, oemLinkApplications.partnerId))
      .innerJoin(askers, eq(askers.id, oemLinkApplications.askedBy))
      .leftJoin(assignees, eq(assignees.id, oemLinkApplications.assigneeId))
      .leftJoin(closers, eq(closers.id, oemLinkApplications.closedBy))
      .where(eq(oemLinkApplications.id, id));
    if (!row) throw new AppError('not_found');
    return { ...row, link: await linkNow(row.partnerId), ended: await latestEnding(row.partnerId) };
  },
});

export type Application = Awaited<ReturnType<typeof getApplication>>;
