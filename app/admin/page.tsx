import { Handshake } from 'lucide-react';
import { load } from '@/app/load';
import { RelationshipsTable } from '@/components/consent/relationships-table';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { Figures } from '@/components/ui/figures';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { currentActor } from '@/lib/auth/session';
import { listRelationships, type Relationship } from '@/lib/consent/relationship-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Overview' };

const shownRelationships = 5;

/** Devices by whoever registered them; one provider may stand behind several resellers and counts once. */
function countDevices(relationships: Relationship[]): number {
  const byRegistrar = new Map<string, number>();
  for (const { partnerId, devices, providerId, providerDevices } of relationships) {
    byRegistrar.set(partnerId, devices);
    if (providerId) byRegistrar.set(providerId, providerDevices);
  }
  return [...byRegistrar.values()].reduce((sum, devices) => sum + devices, 0);
}

/** Who may do what for this organization, at a glance. */
export default async function OverviewPage() {
  const relationships = await load(listRelationships, {}, paths.admin());
  const actor = await currentActor();
  const latest = [...relationships].sort((a, b) => b.since.getTime() - a.since.getTime()).slice(0, shownRelationships);
  return (
    <>
      <LivePage topics={['relationships']} name="Overview" />
      <PageHeader title="Overview" description={`Who may act for ${actor?.tenant.name ?? 'your organization'}.`} />
      <div className="grid gap-6">
        <Figures
          items={[
            { label: 'Partner relationships', value: relationships.length, href: paths.relationships() },
            { label: 'With delegated administration', value: relationships.filter(({ dap }) => dap).length },
            { label: 'Devices registered by partners', value: countDevices(relationships) },
          ]}
        />
        <section>
          <div className="mb-2 flex items-baseline justify-between gap-4">
            <h2 className="text-lg">Latest relationships</h2>
            {relationships.length > 0 && <TextLink href={paths.relationships()}>All relationships</TextLink>}
          </div>
          <RelationshipsTable
            caption="Latest relationships"
            rows={latest}
            empty={
              <EmptyState icon={Handshake} title="No partner may act for you">
                A partner sends a request by mail. A global administrator of your organization opens the link in it and
                decides.
              </EmptyState>
            }
          />
        </section>
      </div>
    </>
  );
}
