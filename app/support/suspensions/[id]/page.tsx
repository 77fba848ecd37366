import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { SuspensionFacts } from '@/components/suspensions/suspension-facts';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { getSuspension } from '@/lib/suspensions/queries';
import { SuspensionSteps } from '../suspension-steps';

export const metadata = { title: 'Suspension' };

interface SuspensionPageProps {
  params: Promise<{ id: string }>;
}

/** One suspension from its proposal on, and what the person can do about it. */
export default async function SuspensionPage({ params }: SuspensionPageProps) {
  const { id } = await params;
  const suspension = await load(getSuspension, { id }, paths.suspension(id));
  const { organization, domain, client, tenantId } = suspension;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['suspensions']} name="Suspension" />
      <PageHeader
        title="Suspension"
        breadcrumb={[{ label: 'Suspensions', href: paths.suspensions() }]}
        description={
          <>
            {client && `The API client ${client} of `}
            <TextLink href={paths.supportTenant(tenantId)}>{organization}</TextLink> ({domain})
          </>
        }
      />
      <Card title={client ?? organization}>
        <div className="grid gap-5">
          <SuspensionFacts suspension={suspension} />
          <SuspensionSteps suspension={suspension} />
        </div>
      </Card>
    </div>
  );
}
