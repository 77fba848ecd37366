import { Unplug } from 'lucide-react';
import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { writeStandingAddress } from '@/lib/consent/standing-address';
import { listStandingLinks } from '@/lib/consent/standing-queries';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { PlaceCard } from './place-card';

export const metadata = { title: 'Standing link' };

export default async function StandingLinkPage() {
  const { kind, places } = await load(listStandingLinks, {}, paths.standingLink());
  const actor = await currentActor();
  const { tenant } = requireUser(actor);
  if (tenant.partnerType === 'oem') redirect(paths.consentLink());
  return (
    <>
      <LivePage topics={['requests']} name="Standing link" />
      <PageHeader
        title="Standing link"
        breadcrumb={[{ label: 'Requests', href: paths.requests() }]}
        description="One link for every customer: put it on your website or into your mails. It grants nothing by itself; a global administrator of each customer accepts or declines. It does not expire."
      />
      {!kind && (
        <EmptyState icon={Unplug} title="Your organization has no standing link here">
          Indirect providers act for the customers of their resellers.
        </EmptyState>
      )}
      {kind && places.length === 0 && (
        <EmptyState icon={Unplug} title="You need a provider first">
          An indirect reseller has one link per provider. Accept the invitation of a provider, then come back.
        </EmptyState>
      )}
      <div className="grid max-w-4xl gap-6">
        {kind &&
          places.map(({ provider, link }) => {
            const claim = { kind, partnerId: tenant.id, providerId: provider?.id ?? null, code: link?.code ?? '' };
            const url = (dap: boolean) =>
              env.APP_ORIGIN + paths.standingInvitation(writeStandingAddress({ ...claim, dap }));
            return (
              <PlaceCard
                key={provider?.id ?? kind}
                provider={provider}
                link={link}
                addresses={link && { without: url(false), with: url(true) }}
                mayMake={allows(actor, 'standing_links:make')}
                mayRotate={allows(actor, 'standing_links:rotate')}
              />
            );
          })}
      </div>
    </>
  );
}
