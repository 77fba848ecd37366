import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { standingLinks, tenants } from '@/db/schema';
import { consentLinkOf } from '@/lib/oem/consent-link';
import { areLinked } from './are-linked';
import type { Asked } from './asked';
import type { DeadReason } from './judge';
import { readStandingAddress } from './standing-address';

const providers = alias(tenants, 'providers');

export interface StandingInvitation extends Asked {
  link: typeof standingLinks.$inferSelect;
  requester: null;
  /** Null while the link works. */
  dead: Extract<DeadReason, 'replaced' | 'withdrawn' | 'suspended'> | null;
}

/** What a standing link's address leads to; null when its parts are not those of one link that we made. */
export async function loadStanding(search: unknown): Promise<StandingInvitation | null> {
  const claim = readStandingAddress(search);
  if (!claim) return null;
  const { kind, partnerId, providerId, code, dap } = claim;
  const [row] = await db
    .select({ link: standingLinks, partner: tenants, provider: providers })
    .from(standingLinks)
    .innerJoin(tenants, eq(tenants.id, standingLinks.partnerId))
    .leftJoin(providers, eq(providers.id, standingLinks.providerId))
    .where(and(eq(standingLinks.code, code), eq(standingLinks.kind, kind), eq(standingLinks.partnerId, partnerId)));
  if (!row || row.link.providerId !== providerId) return null;
  const { link, partner, provider } = row;
  const left = provider !== null && !(await areLinked(provider.id, partner.id));
  // Only support takes a link away and puts none in its place.
  const taken = link.endedAt !== null && kind === 'oem' && !(await consentLinkOf(partner.id));
  const suspended = partner.suspendedAt ?? provider?.suspendedAt;
  return {
    id: link.id,
    standing: true,
    kind,
    dap,
    link,
    partner,
    provider,
    requester: null,
    judged: { kind, partnerId, recipientTenantId: null },
    dead: deadAs({ ended: link.endedAt !== null, taken, left, suspended: Boolean(suspended) }),
  };
}

interface LinkNow {
  ended: boolean;
  /** By support, which put none in its place. */
  taken: boolean;
  /** The reseller and the provider it names have parted. */
  left: boolean;
  suspended: boolean;
}

function deadAs({ ended, taken, left, suspended }: LinkNow): StandingInvitation['dead'] {
  if (taken || (left && !ended)) return 'withdrawn';
  if (ended) return 'replaced';
  return suspended ? 'suspended' : null;
}
