import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, revocations, tenants, users } from '@/db/schema';
import { devicesByRegistrar } from '@/lib/devices/count-devices';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { loadEvidence } from './evidence';
import { openRemoval } from './open-removal';

const customers = alias(tenants, 'customers');
const partners = alias(tenants, 'partners');
const granters = alias(users, 'granters');
const enders = alias(users, 'enders');
const closers = alias(users, 'closers');

/** What support announced or did about a consent, the latest first. */
async function revocationsOf(consentId: string) {
  const rows = await db
    .select({ revocation: revocations, by: users.name, closedBy: closers.name })
    .from(revocations)
    .innerJoin(users, eq(users.id, revocations.createdBy))
    .leftJoin(closers, eq(closers.id, revocations.closedBy))
    .where(eq(revocations.consentId, consentId))
    .orderBy(desc(revocations.createdAt), desc(revocations.id));
  return rows.map(({ revocation, by, closedBy }) => ({ ...revocation, by, closedBy }));
}

/** One consent of whatever kind as support sees it: its two sides, how it stands, and what was announced or done about it. */
export const getConsent = query({
  allow: 'consent:revoke',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [found] = await db
      .select({
        id: consents.id,
        kind: consents.kind,
        since: consents.grantedAt,
        grantedBy: granters.name,
        lastUsedAt: consents.lastUsedAt,
        endedAt: consents.revokedAt,
        endedBy: enders.name,
        customerId: consents.customerId,
        customerName: customers.name,
        customerDomain: customers.domain,
        partnerId: consents.partnerId,
        partnerName: partners.name,
        partnerDomain: partners.domain,
      })
      .from(consents)
      .innerJoin(customers, eq(customers.id, consents.customerId))
      .innerJoin(partners, eq(partners.id, consents.partnerId))
      .innerJoin(granters, eq(granters.id, consents.grantedBy))
      .leftJoin(enders, eq(enders.id, consents.revokedBy))
      .where(eq(consents.id, id));
    if (!found) throw new AppError('not_found');
    const [removal, history, registered] = await Promise.all([
      openRemoval(id),
      revocationsOf(id),
      devicesByRegistrar(found.customerId),
    ]);
    return { ...found, removal, revocations: history, devices: registered.get(found.partnerId) ?? 0 };
  },
});

export type SupportConsent = Awaited<ReturnType<typeof getConsent>>;

/** The evidence of a revocation to the byte, for support alone. Throws `not_found`, also where none was given. */
export const readEvidence = query({
  allow: 'consent:revoke',
  input: z.object({ id: z.uuid() }),
  async run(_actor, { id }) {
    const [found] = await db.select({ type: revocations.evidenceType }).from(revocations).where(eq(revocations.id, id));
    if (!found?.type) throw new AppError('not_found');
    return { type: found.type, content: await loadEvidence(id) };
  },
});
