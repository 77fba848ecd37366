import { and, desc, eq, lte, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { apiClients, consentRequests, consents, partnerLinks, tenants, users } from '@/db/schema';
import { eventsWithin } from '@/lib/audit/events-within';
import { requireTenant, requireUser } from '@/lib/auth/actor';
import { makerName, nameIfAny, nameOf } from '@/lib/clients/maker-name';
import { now } from '@/lib/clock';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';
import { expiryBetween, usualExpiry } from './expiry-choices';
import { grantedDap } from './granted-dap';
import { effectiveState } from './state';
import { withdrawnColumn } from './withdrawn';

const senders = alias(users, 'senders');
const senderClients = alias(apiClients, 'sender_clients');
const deciders = alias(users, 'deciders');
const deciderClients = alias(apiClients, 'decider_clients');
const deciderTenants = alias(tenants, 'decider_tenants');
const resenders = alias(users, 'resenders');
const customers = alias(tenants, 'customers');
const providers = alias(tenants, 'providers');

const ownRequest = (partnerId: string, id: string) =>
  and(eq(consentRequests.id, id), eq(consentRequests.partnerId, partnerId));

async function find(where: SQL | undefined) {
  const [found] = await db
    .select({
      request: consentRequests,
      sentBy: nameOf(senders, senderClients),
      senderRemovedAt: senders.disabledAt,
      senderRevokedAt: senderClients.revokedAt,
      decidedBy: nameIfAny(deciders, deciderClients),
      deciderKind: deciderTenants.kind,
      resentBy: resenders.name,
      customer: { id: customers.id, name: customers.name },
      provider: { id: providers.id, name: providers.name },
      withdrawn: withdrawnColumn(),
    })
    .from(consentRequests)
    .leftJoin(senders, eq(senders.id, consentRequests.createdBy))
    .leftJoin(senderClients, eq(senderClients.id, consentRequests.clientId))
    .leftJoin(providers, eq(providers.id, consentRequests.providerId))
    .leftJoin(deciders, eq(deciders.id, consentRequests.decidedBy))
    .leftJoin(deciderClients, eq(deciderClients.id, consentRequests.decidedClientId))
    .leftJoin(deciderTenants, eq(deciderTenants.id, deciders.tenantId))
    .leftJoin(resenders, eq(resenders.id, consentRequests.resentBy))
    .leftJoin(customers, eq(customers.id, consentRequests.customerId))
    .where(where);
  if (!found) throw new AppError('not_found');
  const { deciderKind, decidedBy, ...rest } = found;
  return { ...rest, decidedBy: deciderKind === 'operator' ? `${decidedBy} of support` : decidedBy };
}

/** The request that took its place, and when. */
async function replacementOf(id: string) {
  const [newer] = await db
    .select({ id: consentRequests.id, at: consentRequests.createdAt, by: makerName, support: resenders.name })
    .from(consentRequests)
    .leftJoin(users, eq(users.id, consentRequests.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, consentRequests.clientId))
    .leftJoin(resenders, eq(resenders.id, consentRequests.resentBy))
    .where(eq(consentRequests.replacesId, id));
  if (!newer) return null;
  const { support, ...replacement } = newer;
  return { ...replacement, by: support ? `${support} of support` : newer.by };
}

/** When the recipient was reminded of it, or the sender told that they were not. */
async function remindersOf(
  partnerId: string,
  id: string,
  { createdAt, expiresAt }: { createdAt: Date; expiresAt: Date },
) {
  const life = [{ from: createdAt, to: expiresAt }];
  const told = await eventsWithin(partnerId, 'consent_request.reminded', life, id);
  return told.map(({ at, detail }) => ({ at, mailed: detail.mailed === true }));
}

/** The consent it led to: the one the customer gave then, whatever request it answers by now. */
async function consentOf({ partnerId, customerId, kind, decidedAt }: typeof consentRequests.$inferSelect) {
  if (!customerId || !decidedAt) return null;
  const [consent] = await db
    .select({ endedAt: consents.revokedAt, dap: consents.dap })
    .from(consents)
    .where(
      and(
        eq(consents.partnerId, partnerId),
        eq(consents.customerId, customerId),
        eq(consents.kind, kind),
        lte(consents.grantedAt, decidedAt),
      ),
    )
    .orderBy(desc(consents.grantedAt))
    .limit(1);
  return consent ?? null;
}

async function providerLeftAt(providerId: string | null, resellerId: string): Promise<Date | null> {
  if (!providerId) return null;
  const [link] = await db
    .select({ endedAt: partnerLinks.endedAt })
    .from(partnerLinks)
    .where(and(eq(partnerLinks.providerId, providerId), eq(partnerLinks.resellerId, resellerId)))
    .orderBy(desc(partnerLinks.createdAt))
    .limit(1);
  return link?.endedAt ?? null;
}

/** Everything about the one request that the condition holds for, or `not_found`; for gates that say whose it may be. */
export async function requestFile(where: SQL | undefined) {
  const { request, decidedBy, resentBy, customer, provider, withdrawn, ...sender } = await find(where);
  const { id, partnerId } = request;
  const accepted = request.state === 'accepted' && request.decidedAt ? [{ id, decidedAt: request.decidedAt }] : [];
  const consent = accepted.length > 0 ? await consentOf(request) : null;
  return {
    id,
    state: effectiveState({ ...request, withdrawn }, now()),
    draft: request.tokenHash === null && request.delivery !== 'standing',
    kind: request.kind,
    dap: request.dap,
    dapGranted: (await grantedDap(partnerId, accepted)).get(id) ?? null,
    delivery: request.delivery,
    recipientName: request.recipientName,
    recipientEmail: request.recipientEmail,
    organization: request.recipientOrganization,
    providerName: provider?.name ?? null,
    sentAt: request.createdAt,
    sentBy: sender.sentBy,
    resentBy,
    /** The client that sent it; null where a person did. */
    clientId: request.clientId,
    /** When that person's account was removed, or that client revoked. */
    senderRemovedAt: sender.senderRemovedAt ?? sender.senderRevokedAt,
    providerLeftAt: await providerLeftAt(request.providerId, partnerId),
    expiresAt: request.expiresAt,
    expiresInDays: expiryBetween(request.createdAt, request.expiresAt),
    openedAt: request.openedAt,
    decidedAt: request.decidedAt,
    decidedBy,
    decidedFor: customer?.name ?? null,
    customerId: customer?.id ?? null,
    declineReason: request.declineReason,
    renewalAskedAt: request.renewalAskedAt,
    replacesId: request.replacesId,
    replacedBy: await replacementOf(id),
    reminders: await remindersOf(partnerId, id, request),
    /** Set on an accepted request: when the consent ended, and whether it includes delegated administration now. */
    consent,
    consentEndedAt: consent?.endedAt ?? null,
  };
}

/** Everything about one request of the actor's organization; another organization's is `not_found`. */
export const getRequest = query({
  allow: 'requests:read',
  input: z.object({ id: z.uuid() }),
  run: (actor, { id }) => requestFile(ownRequest(requireTenant(actor).tenant.id, id)),
});

export type RequestDetail = Awaited<ReturnType<typeof requestFile>>;

/**
 * What the form begins with: a draft of the own organization, to be gone on with; or what an earlier request asked, to be
 * asked once more. Null without either. A draft that was sent or discarded meanwhile is `not_found` here.
 */
export const getStart = query({
  allow: 'requests:write',
  input: z.object({ draft: z.uuid().optional(), from: z.uuid().optional() }),
  async run(actor, { draft, from }) {
    const id = draft ?? from;
    if (!id) return null;
    const { request } = await find(ownRequest(requireUser(actor).tenant.id, id));
    if (draft && request.state !== 'draft') throw new AppError('not_found');
    const { recipientName, recipientEmail, recipientOrganization: organization, dap, providerId } = request;
    return {
      draftId: draft ?? null,
      recipientName,
      recipientEmail,
      organization,
      dap,
      providerId: providerId ?? undefined,
      expiresInDays: draft ? expiryBetween(request.createdAt, request.expiresAt) : usualExpiry,
    };
  },
});
