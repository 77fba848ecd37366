import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { isUniqueViolation } from '@/db/errors';
import { partnerApplications, tenants } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { findByToken } from './find-application';
import { tellSupport } from './tell-support';

/**
 * Puts an application before support, once whoever holds its link said so. Outcomes: `dead` with why, also for who comes second;
 * `domain_taken` where an organization has the domain by now, and `already_waiting` where somebody else of it was first.
 */
export const confirmApplication = command({
  allow: 'applications:confirm',
  input: z.object({ token: z.string().max(100) }),
  audit: 'partner_application.confirmed',
  async run({ about }, { token }) {
    const found = await findByToken(token);
    if (!found || found.dead) return { ok: false, reason: 'dead', why: found?.dead ?? 'unknown' } as const;
    const { id, organization, domain, partnerType, contactEmail } = found.application;
    const [taken] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.domain, domain));
    if (taken) return { ok: false, reason: 'domain_taken' } as const;
    const confirmed = await putForward(id);
    if (confirmed === 'another') return { ok: false, reason: 'already_waiting' } as const;
    if (!confirmed) return { ok: false, reason: 'dead', why: 'waiting' } as const;
    await tellSupport('partner_application_waiting', { organization }, id);
    about({ subjectId: id, detail: { organization, domain, partnerType, email: contactEmail } });
    return { ok: true } as const;
  },
});

/** Of any number at once for one domain one gets through: a partial unique index says so. */
async function putForward(id: string): Promise<boolean | 'another'> {
  const at = now();
  const good = and(eq(partnerApplications.state, 'unverified'), gt(partnerApplications.expiresAt, at));
  try {
    const rows = await db
      .update(partnerApplications)
      .set({ state: 'waiting', verifiedAt: at })
      .where(and(eq(partnerApplications.id, id), good))
      .returning({ id: partnerApplications.id });
    return rows.length > 0;
  } catch (error) {
    // The outcome rolls the transaction back, which on PostgreSQL nothing else could be done with.
    if (isUniqueViolation(error)) return 'another';
    throw error;
  }
}
