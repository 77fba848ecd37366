import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import type { Asked } from './asked';
import { type InvitationFacts, type Shown, showInvitation } from './shown';

/** What the partner holds of the person's organization now, of the kind that is asked for. */
async function heldBy({ partner, kind }: Asked, person: UserActor) {
  const [held] = await db
    .select({ dap: consents.dap, providerId: consents.providerId, providerName: tenants.name })
    .from(consents)
    .leftJoin(tenants, eq(tenants.id, consents.providerId))
    .where(
      and(
        eq(consents.customerId, person.tenant.id),
        eq(consents.partnerId, partner.id),
        eq(consents.kind, kind),
        isNull(consents.revokedAt),
      ),
    );
  return held ?? null;
}

/** True when everything that is asked for is held already: an answer could add nothing. */
export async function isHeld(asked: Asked, person: UserActor, dap: boolean): Promise<boolean> {
  const held = await heldBy(asked, person);
  return held !== null && held.providerId === (asked.provider?.id ?? null) && (held.dap || !dap);
}

/** What this person is to be shown of it, as things stand now. */
export async function invitationFor(asked: Asked, person: UserActor): Promise<Shown> {
  const { partner, provider, requester } = asked;
  const held = await heldBy(asked, person);
  const facts: InvitationFacts = {
    requestId: asked.id,
    standing: asked.standing,
    kind: asked.kind,
    partner: { ...partnerFacts(partner), type: partner.partnerType ?? 'direct' },
    provider: provider && partnerFacts(provider),
    requester: requester && { name: requester.name, email: requester.email },
    dap: asked.dap,
    existing: held && { dap: held.dap, providerName: held.providerName },
    customer: { id: person.tenant.id, name: person.tenant.name, domain: person.tenant.domain },
    person: { id: person.id, name: person.name, email: person.email },
  };
  return showInvitation(facts);
}

const partnerFacts = ({ id, name, domain, mpnId }: Asked['partner']) => ({ id, name, domain, mpnId });
