import { Inbox } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { ApplicationStateBadge } from '@/components/oem/application-state-badge';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { applicationSearch, applicationsPerPage, listApplications } from '@/lib/oem/queue-queries';
import { paths } from '@/lib/paths';

export const metadata = { title: 'OEM links' };

interface OemLinksPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The OEMs that ask for their consent link: the queue, and what was answered before. */
export default async function OemLinksPage({ searchParams }: OemLinksPageProps) {
  const search = applicationSearch.parse(await searchParams);
  const open = search.show === 'open';
  const show = open ? undefined : 'closed';
  const { rows, total, page } = await load(listApplications, search, paths.oemLinks({ show }));
  return (
    <>
      <LivePage topics={['oem_link_queue']} name="OEM links" />
      <PageHeader
        title="OEM links"
        description="An OEM’s customers consent by one link. The OEM asks for it here; you issue it once you know who it is."
        action={
          <a
            href={paths.oemLinks({ show: open ? 'closed' : undefined })}
            className={buttonClass({ variant: 'secondary' })}
          >
            {open ? 'Show answered applications' : 'Show open applications'}
          </a>
        }
      />
      <DataTable
        caption={open ? 'Open applications' : 'Answered applications'}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Inbox} title={open ? 'Nobody is waiting' : 'No application was answered yet'}>
            {open
              ? 'An application appears here as soon as an OEM asks for its link. Links that were issued are with the answered ones.'
              : undefined}
          </EmptyState>
        }
        columns={[
          {
            key: 'oem',
            header: 'OEM',
            cell: ({ id, partnerName }) => <TextLink href={paths.oemLink(id)}>{partnerName}</TextLink>,
          },
          { key: 'domain', header: 'Domain', cell: ({ partnerDomain }) => partnerDomain },
          { key: 'state', header: 'State', cell: ({ state }) => <ApplicationStateBadge state={state} /> },
          {
            key: 'asked',
            header: open ? 'Waiting since' : 'Asked',
            cell: ({ askedAt }) => <RelativeTime at={askedAt} />,
          },
          { key: 'assignee', header: 'Assignee', cell: ({ assignee }) => assignee ?? 'Nobody' },
          ...(open
            ? []
            : [
                {
                  key: 'closed',
                  header: 'Answered',
                  cell: ({ closedAt }: (typeof rows)[number]) => closedAt && <RelativeTime at={closedAt} />,
                },
              ]),
        ]}
      />
      <Pagination
        page={page}
        pageSize={applicationsPerPage}
        total={total}
        href={(to) => paths.oemLinks({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
