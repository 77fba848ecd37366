import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { acceptStanding } from '@/lib/consent/accept-standing';
import { newInvitationToken } from '@/lib/consent/invitation-token';
import type { ConsentKind } from '@/lib/consent/names';
import { type StandingAddress, writeStandingAddress } from '@/lib/consent/standing-address';
import { getStanding } from '@/lib/consent/standing-queries';

const kinds: Record<string, ConsentKind> = { indirect_reseller: 'indirect_reseller', oem: 'oem' };

/** A standing link of this person's organization, with its address; a manufacturer's as support would issue it. */
export async function newStandingLink(by: UserActor, providerId: string | null = null) {
  const kind = kinds[by.tenant.partnerType ?? ''] ?? 'reseller';
  const link = { id: uuidv7(), partnerId: by.tenant.id, kind, providerId, code: newInvitationToken() };
  await db.insert(standingLinks).values({ ...link, createdBy: by.id, createdAt: now() });
  return { ...link, address: (dap = false) => writeStandingAddress({ ...link, dap }) };
}

/** Says yes as this person would from the page they see now. */
export async function acceptStandingAs(person: UserActor, address: StandingAddress, dap = false) {
  const view = await getStanding(person, { address });
  const shown = view.kind === 'ready' ? view.hash : '';
  return acceptStanding(person, { address, shown, yes: true, dap });
}
