import { load } from '@/app/load';
import { ApplicationStateBadge } from '@/components/oem/application-state-badge';
import { TextLink } from '@/components/ui/text-link';
import { applicationSearch, applicationsPerPage, listApplications } from '@/lib/oem/queue-queries';
import { paths } from '@/lib/paths';
import { ApplicationTabs } from '../application-tabs';
import { QueuePage } from '../queue-page';

export const metadata = { title: 'OEM links' };

interface OemLinksPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The OEMs that ask for their consent link: the queue, and what was answered before. */
export default async function OemLinksPage({ searchParams }: OemLinksPageProps) {
  const search = applicationSearch.parse(await searchParams);
  const open = search.show === 'open';
  return (
    <QueuePage
      beside={<ApplicationTabs here={paths.oemLinks()} />}
      title="OEM links"
      description="An OEM’s customers consent by one link. The OEM asks for it here; you issue it once you know who it is."
      topics={['oem_link_queue']}
      word="application"
      hint="An application appears here as soon as an OEM asks for its link. Links that were issued are with the answered ones."
      open={open}
      list={await load(listApplications, search, paths.oemLinks({ show: open ? undefined : 'closed' }))}
      pageSize={applicationsPerPage}
      href={paths.oemLinks}
      columns={[
        {
          key: 'oem',
          header: 'OEM',
          cell: ({ id, partnerName }) => <TextLink href={paths.oemLink(id)}>{partnerName}</TextLink>,
        },
        { key: 'domain', header: 'Domain', cell: ({ partnerDomain }) => partnerDomain },
        { key: 'state', header: 'State', cell: ({ state }) => <ApplicationStateBadge state={state} /> },
      ]}
    />
  );
}
