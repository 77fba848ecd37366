import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { partnerLinks } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { offerTo } from './authorization-offer';
import { claimInvitation } from './claim-invitation';
import { acceptProviderInput } from './decision-input';
import { authorizationText, shownAuthorization } from './shown-authorization';
import { tellAnswer } from './tell-answer';

/**
 * The reseller's administrator authorises the provider: the link exists from here on, and every implicit permission follows
 * from it. Outcomes: `dead` with why, `wrong_organization`, `already_linked`, and `changed` when what was shown is not what
 * would be authorised now. Nothing changes then.
 */
export const acceptProvider = command({
  allow: 'partner_links:decide',
  input: acceptProviderInput,
  audit: 'partner_link.authorized',
  async run({ actor, about }, { token, shown }) {
    const person = requireUser(actor);
    const claim = await claimInvitation(person, token, 'accept');
    if (!claim.ok) return claim;
    const { invitation, at } = claim;
    const { provider } = invitation;
    const reseller = person.tenant;
    const linkId = uuidv7();
    const linked = await db
      .insert(partnerLinks)
      .values({
        id: linkId,
        providerId: provider.id,
        resellerId: reseller.id,
        invitationId: invitation.id,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: partnerLinks.id });
    if (linked.length === 0) return { ok: false, reason: 'already_linked' } as const;
    const offer = await offerTo(person, invitation);
    if (shownAuthorization(offer) !== shown) return { ok: false, reason: 'changed' } as const;

    await tellAnswer({ answer: 'authorized', invitation, person, at });
    about({
      subjectId: linkId,
      partnerId: reseller.id,
      providerId: provider.id,
      detail: {
        invitationId: invitation.id,
        counterpartName: provider.name,
        shown: authorizationText(offer),
        shownHash: shown,
      },
    });
    return { ok: true, provider: provider.name } as const;
  },
});
