import { and, asc, count, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { consents, receipts, tenants, users } from '@/db/schema';
import { canonicalJson } from '@/lib/audit/canonical';
import { requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import type { ReceiptContent, ReceiptEvent } from './receipt';

const partners = alias(tenants, 'partners');
const enders = alias(users, 'enders');
const enderTenants = alias(tenants, 'ender_tenants');

export const pastPerPage = 25;

const one = z.object({ id: z.uuid(), side: z.enum(['customer', 'partner']) });

async function ownCopy(tenantId: string, { id, side }: z.output<typeof one>) {
  const [row] = await db
    .select()
    .from(receipts)
    .where(and(eq(receipts.id, id), eq(receipts.tenantId, tenantId)));
  const content = row?.content as unknown as ReceiptContent | undefined;
  // An organization that is a partner and somebody's customer reads each receipt where it has that part.
  if (!row || content?.[side].id !== tenantId) throw new AppError('not_found');
  return { id, consentId: row.consentId, content, hash: row.hash };
}

/** The actor's organization's copy of a receipt, with the other receipts of the same consent. Another's is `not_found`. */
export const getReceipt = query({
  allow: 'receipts:read',
  input: one,
  async run(actor, asked) {
    const { tenant } = requireUser(actor);
    const { consentId, ...receipt } = await ownCopy(tenant.id, asked);
    const others = await db
      .select({ id: receipts.id, event: receipts.event, at: receipts.at })
      .from(receipts)
      .where(and(eq(receipts.tenantId, tenant.id), eq(receipts.consentId, consentId), ne(receipts.id, asked.id)))
      .orderBy(asc(receipts.at), asc(receipts.id));
    return { ...receipt, others };
  },
});

/** The exact text whose SHA-256 a receipt's hash is. */
export const getReceiptRecord = query({
  allow: 'receipts:read',
  input: one,
  async run(actor, asked) {
    const { content } = await ownCopy(requireUser(actor).tenant.id, asked);
    return canonicalJson(content);
  },
});

export interface ListedReceipt {
  id: string;
  event: ReceiptEvent;
  at: Date;
  /** The request that led to it, or that the consent went by when it changed or ended. */
  requestId: string | null;
}

/** All receipts of the consent that a request led to, oldest first; none for a request of somebody else. */
export const receiptsOfRequest = query({
  allow: 'receipts:read',
  input: z.object({ requestId: z.uuid() }),
  async run(actor, { requestId }): Promise<ListedReceipt[]> {
    const { tenant } = requireUser(actor);
    const own = eq(receipts.tenantId, tenant.id);
    const ofRequest = db
      .select({ id: receipts.consentId })
      .from(receipts)
      .where(and(own, eq(receipts.requestId, requestId)));
    return db
      .select({ id: receipts.id, event: receipts.event, at: receipts.at, requestId: receipts.requestId })
      .from(receipts)
      .where(and(own, inArray(receipts.consentId, ofRequest)))
      .orderBy(asc(receipts.at), asc(receipts.id));
  },
});

/** One page of the relationships that a customer had with partners and that ended, latest end first; for gates that say whose it may be. */
export async function pastRelationshipsOf(customerId: string, asked: number) {
  const past = and(eq(consents.customerId, customerId), isNotNull(consents.revokedAt));
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(consents).where(past);
  const page = Math.max(1, Math.min(asked, Math.ceil(total / pastPerPage)));
  const rows = await db
    .select({
      id: consents.id,
      kind: consents.kind,
      partnerName: partners.name,
      partnerDomain: partners.domain,
      since: consents.grantedAt,
      endedAt: consents.revokedAt,
      endedBy: enders.name,
      endedFor: enderTenants.name,
      /** Null for one that ended before receipts were kept. */
      receiptId: receipts.id,
    })
    .from(consents)
    .innerJoin(partners, eq(partners.id, consents.partnerId))
    .leftJoin(enders, eq(enders.id, consents.revokedBy))
    .leftJoin(enderTenants, eq(enderTenants.id, enders.tenantId))
    .leftJoin(
      receipts,
      and(eq(receipts.tenantId, customerId), eq(receipts.consentId, consents.id), eq(receipts.event, 'ended')),
    )
    .where(past)
    .orderBy(desc(consents.revokedAt), desc(consents.id))
    .limit(pastPerPage)
    .offset((page - 1) * pastPerPage);
  return { rows, total, page };
}

/** `pastRelationshipsOf` the actor's organization. */
export const listPastRelationships = query({
  allow: 'relationships:read',
  input: z.object({ page: z.coerce.number().int().min(1).catch(1).default(1) }),
  run: (actor, { page }) => pastRelationshipsOf(requireUser(actor).tenant.id, page),
});

export type PastRelationship = Awaited<ReturnType<typeof listPastRelationships>>['rows'][number];
