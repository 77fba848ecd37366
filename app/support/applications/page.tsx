import { load } from '@/app/load';
import { PartnerApplicationBadge } from '@/components/applications/partner-application-badge';
import { TextLink } from '@/components/ui/text-link';
import { listPartnerApplications, perPage, queueSearch } from '@/lib/applications/queue-queries';
import { partnerTypeNames } from '@/lib/partners/names';
import { paths } from '@/lib/paths';
import { ApplicationTabs } from '../application-tabs';
import { QueuePage } from '../queue-page';

export const metadata = { title: 'Partner applications' };

interface PartnerApplicationsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who wants to become a partner: the queue, and what was decided before. */
export default async function PartnerApplicationsPage({ searchParams }: PartnerApplicationsPageProps) {
  const search = queueSearch.parse(await searchParams);
  const open = search.show === 'open';
  return (
    <QueuePage
      beside={<ApplicationTabs here={paths.partnerApplications()} />}
      title="Partner applications"
      description="Organizations that want to become a partner. Whoever applied has shown that mail at the domain reaches them."
      topics={['application_queue']}
      word="application"
      inFull="partner application"
      hint="An application appears here as soon as its contact confirms it by mail."
      open={open}
      list={
        await load(listPartnerApplications, search, paths.partnerApplications({ show: open ? undefined : 'closed' }))
      }
      pageSize={perPage}
      href={paths.partnerApplications}
      answeredBy={({ decider }) => decider}
      columns={[
        {
          key: 'organization',
          header: 'Organization',
          cell: ({ id, organization }) => <TextLink href={paths.partnerApplication(id)}>{organization}</TextLink>,
        },
        { key: 'domain', header: 'Domain', cell: ({ domain }) => <span className="wrap-anywhere">{domain}</span> },
        { key: 'type', header: 'Partner type', cell: ({ partnerType }) => partnerTypeNames[partnerType] },
        { key: 'state', header: 'State', cell: ({ state }) => <PartnerApplicationBadge state={state} /> },
      ]}
    />
  );
}
