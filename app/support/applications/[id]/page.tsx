import { load } from '@/app/load';
import { PartnerApplicationBadge } from '@/components/applications/partner-application-badge';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { getPartnerApplication } from '@/lib/applications/queue-queries';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { EventsCard } from '../../events-card';
import { ApplicationFacts } from './application-facts';
import { Decisions } from './decisions';
import { JoiningCard } from './joining-card';
import { OtherApplications } from './other-applications';
import { SimilarOrganizations } from './similar-organizations';

export const metadata = { title: 'Partner application' };

/** One application: what was said, what else is known here, and the decision. */
export default async function PartnerApplicationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const application = await load(getPartnerApplication, { id }, paths.partnerApplication(id));
  const { organization, partnerType, state, joining, similar, others } = application;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['application_queue']} name="Partner application" />
      <PageHeader
        title={organization}
        breadcrumb={[{ label: 'Partner applications', href: paths.partnerApplications() }]}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <PartnerApplicationBadge state={state} />
            {partnerTypeNames[partnerType]}
          </span>
        }
      />
      <div className="grid gap-4">
        <ApplicationFacts application={application} />
        <SimilarOrganizations rows={similar} claimed={application} />
        <OtherApplications rows={others} />
        {state === 'waiting' && (
          <Card title="Your decision">
            <Decisions id={id} organization={organization} contact={application.contactName} />
          </Card>
        )}
        {joining && <JoiningCard application={application} joining={joining} />}
        <EventsCard id={id} here={paths.partnerApplication(id)} />
      </div>
    </div>
  );
}
