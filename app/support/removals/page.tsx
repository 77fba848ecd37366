import { Inbox } from 'lucide-react';
import { load } from '@/app/load';
import { RemovalStateBadge } from '@/components/consent/removal-state-badge';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { listRemovals, removalSearch, removalsPerPage } from '@/lib/support/removal-queries';
import { RemovalClock } from './removal-clock';

export const metadata = { title: 'Removal requests' };

interface RemovalsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What customers ask support to remove: the queue, and what was answered before. */
export default async function RemovalsPage({ searchParams }: RemovalsPageProps) {
  const search = removalSearch.parse(await searchParams);
  const open = search.show === 'open';
  const show = open ? undefined : 'closed';
  const { rows, total, page } = await load(listRemovals, search, paths.removals({ show }));
  return (
    <>
      <LivePage topics={['removals']} name="Removal requests" />
      <PageHeader
        title="Removal requests"
        description="A customer cannot end the consent of an OEM alone. Here it asks support to."
        action={
          <a
            href={paths.removals({ show: open ? 'closed' : undefined })}
            className={buttonClass({ variant: 'secondary' })}
          >
            {open ? 'Show answered requests' : 'Show open requests'}
          </a>
        }
      />
      <DataTable
        caption={open ? 'Open removal requests' : 'Answered removal requests'}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Inbox} title={open ? 'Nobody is waiting' : 'No request was answered yet'}>
            {open ? 'A request appears here as soon as a customer asks to remove an OEM.' : undefined}
          </EmptyState>
        }
        columns={[
          {
            key: 'customer',
            header: 'Customer',
            cell: ({ id, customerName }) => <TextLink href={paths.removal(id)}>{customerName}</TextLink>,
          },
          { key: 'oem', header: 'OEM', cell: ({ partnerName }) => partnerName },
          { key: 'state', header: 'State', cell: ({ state }) => <RemovalStateBadge state={state} /> },
          {
            key: 'asked',
            header: open ? 'Waiting since' : 'Asked',
            cell: ({ askedAt }) => <RelativeTime at={askedAt} />,
          },
          ...(open ? [{ key: 'clock', header: 'Clock', cell: RemovalClock }] : []),
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
        pageSize={removalsPerPage}
        total={total}
        href={(to) => paths.removals({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
