import { load } from '@/app/load';
import { heldToken } from '@/app/partner-invitation/held-token';
import { DeadProviderLink } from '@/components/partners/dead-provider-link';
import { currentActor } from '@/lib/auth/session';
import { readProviderInvitation } from '@/lib/partners/invitation-queries';
import { paths } from '@/lib/paths';
import { Authorization } from './authorization';
import { DecisionForm } from './decision-form';
import { LinkedNotice, PermissionNotice, WrongOrganization } from './notices';

export const metadata = { title: 'Provider invitation' };

interface ProviderInvitationPageProps {
  searchParams: Promise<{ link?: string | string[] }>;
}

/** Looking at it changes nothing; the two buttons of the form decide. */
export default async function ProviderInvitationPage({ searchParams }: ProviderInvitationPageProps) {
  const { link } = await searchParams;
  const here = paths.providerInvitation(typeof link === 'string' ? link : undefined);
  const page = await load(readProviderInvitation, { token: await heldToken(link) }, here);
  const actor = await currentActor();
  if (!actor) return null;
  const signedIn = { name: actor.name, organization: actor.tenant.name };
  switch (page.view) {
    case 'dead':
      return <DeadProviderLink why={page.why} asks={page.asks} />;
    case 'linked':
      return <LinkedNotice provider={page.provider} since={page.since} />;
    case 'wrong_organization':
      return <WrongOrganization provider={page.provider} asked={page.organization} signedIn={signedIn} here={here} />;
    case 'permission':
      return (
        <PermissionNotice
          provider={page.offer.provider.name}
          administrators={page.administrators}
          signedIn={signedIn}
          expiresAt={page.expiresAt}
          here={here}
        />
      );
    case 'decide': {
      const { provider, reseller } = page.offer;
      return (
        <Authorization offer={page.offer} terms={page.terms} expiresAt={page.expiresAt}>
          <DecisionForm provider={provider.name} reseller={reseller.name} link={String(link)} shown={page.shown} />
        </Authorization>
      );
    }
  }
}
