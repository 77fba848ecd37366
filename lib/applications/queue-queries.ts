import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { memberInvitations, partnerApplications, tenants, users } from '@/db/schema';
import { query } from '@/lib/query';
import { decidedStates } from './application-state';
import { findApplication } from './find-application';
import { otherApplications, similarOrganizations } from './similar-organizations';

export const perPage = 25;

/** What an address may say; anything else counts as not said. */
export const queueSearch = z.object({
  show: z.enum(['open', 'closed']).catch('open').default('open'),
  page: z.coerce.number().int().min(1).catch(1).default(1),
});

/** One page of what partners-to-be applied for: what waits by how long it does, what is decided the latest first. */
export const listPartnerApplications = query({
  allow: 'applications:handle',
  input: queueSearch,
  async run(_actor, { show, page: asked }) {
    const { id, state, verifiedAt, decidedAt } = partnerApplications;
    const where = show === 'open' ? eq(state, 'waiting') : inArray(state, [...decidedStates]);
    const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(partnerApplications).where(where);
    const page = Math.max(1, Math.min(asked, Math.ceil(total / perPage)));
    const rows = await db
      .select({ application: partnerApplications, decider: users.name })
      .from(partnerApplications)
      .leftJoin(users, eq(users.id, partnerApplications.decidedBy))
      .where(where)
      .orderBy(...(show === 'open' ? [asc(verifiedAt), asc(id)] : [desc(decidedAt), desc(id)]))
      .limit(perPage)
      .offset((page - 1) * perPage);
    return { rows: rows.map(({ application, decider }) => listed(application, decider)), total, page };
  },
});

const listed = (application: typeof partnerApplications.$inferSelect, decider: string | null) => ({
  id: application.id,
  organization: application.organization,
  domain: application.domain,
  partnerType: application.partnerType,
  state: application.state,
  askedAt: application.verifiedAt ?? application.createdAt,
  closedAt: application.decidedAt,
  decider,
});

/** One application with all that support decides it by, and whether somebody has joined since. */
export const getPartnerApplication = query({
  allow: 'applications:handle',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const { tokenHash: _tokenHash, ...application } = await findApplication(id);
    const [decider] = application.decidedBy
      ? await db.select({ name: users.name }).from(users).where(eq(users.id, application.decidedBy))
      : [];
    return {
      ...application,
      decider: decider?.name ?? null,
      similar: await similarOrganizations(application, application.tenantId),
      others: await otherApplications(application),
      joining: application.tenantId ? await joiningOf(application.tenantId, application.contactEmail) : null,
    };
  },
});

export type PartnerApplication = Awaited<ReturnType<typeof getPartnerApplication>>;

/** The link that the first person was mailed last, and when it runs out; null once somebody has joined by it. */
async function joiningOf(tenantId: string, email: string) {
  const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, tenantId));
  const [open] = await db
    .select({ sentAt: memberInvitations.createdAt, expiresAt: memberInvitations.expiresAt })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.tenantId, tenantId),
        eq(memberInvitations.email, email),
        eq(memberInvitations.state, 'sent'),
      ),
    );
  return { organization: tenant?.name ?? '', open: open ?? null };
}
