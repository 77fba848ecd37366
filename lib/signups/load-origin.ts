import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { now } from '@/lib/clock';
import type { Asked } from '@/lib/consent/asked';
import { type DeadReason, deadReason } from '@/lib/consent/judge';
import { loadRequest } from '@/lib/consent/load-invitation';
import { loadStanding } from '@/lib/consent/load-standing';
import { writeStandingAddress } from '@/lib/consent/standing-address';
import { paths } from '@/lib/paths';
import { domainOf } from '@/lib/tenants/organization-domain';

/** Which consent link somebody came from: a request's, or a standing one with or without delegated administration. */
export interface OriginKey {
  requestId: string | null;
  standingId: string | null;
  dap: boolean;
}

/** What that link asks, and how it stands now. */
export interface Origin {
  asked: Asked;
  /** Null while the link is good. */
  dead: DeadReason | null;
  /** The consent page, without a secret. */
  path: string;
  /** Whom the partner wrote to, as it typed it; null for a standing link. */
  organization: string | null;
  /** The domain of the address it wrote to; null for a standing link. */
  recipientDomain: string | null;
}

/** Where somebody came from, by what was kept of it; null when it was never there. */
export async function loadOrigin({ requestId, standingId, dap }: OriginKey): Promise<Origin | null> {
  if (requestId) {
    const asked = await loadRequest(requestId);
    if (!asked) return null;
    const path = paths.partnerInvitation(asked.id);
    const { recipientOrganization: organization, recipientEmail } = asked.request;
    const dead = deadReason(asked.judged, now());
    return { asked, dead, path, organization, recipientDomain: domainOf(recipientEmail) };
  }
  if (!standingId) return null;
  const [link] = await db.select().from(standingLinks).where(eq(standingLinks.id, standingId));
  if (!link) return null;
  const address = writeStandingAddress({ ...link, dap });
  const asked = await loadStanding(address);
  return (
    asked && {
      asked,
      dead: asked.dead,
      path: paths.standingInvitation(address),
      organization: null,
      recipientDomain: null,
    }
  );
}
