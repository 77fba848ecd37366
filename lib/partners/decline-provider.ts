import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { claimInvitation } from './claim-invitation';
import { declineProviderInput } from './decision-input';
import { tellAnswer } from './tell-answer';

/** The reseller's administrator says no: the link is dead, nothing else changes. Outcomes: `dead`, `wrong_organization`. */
export const declineProvider = command({
  allow: 'partner_links:decide',
  input: declineProviderInput,
  audit: 'provider_invitation.declined',
  async run({ actor, about }, { token }) {
    const person = requireUser(actor);
    const claim = await claimInvitation(person, token, 'decline');
    if (!claim.ok) return claim;
    const { invitation, at } = claim;
    const { provider } = invitation;
    const reseller = person.tenant;
    await tellAnswer({ answer: 'declined', invitation, person, at });
    about({
      subjectId: invitation.id,
      partnerId: reseller.id,
      providerId: provider.id,
      detail: { counterpartName: provider.name },
    });
    return { ok: true, provider: provider.name } as const;
  },
});
