import { Inbox } from 'lucide-react';
import { load } from '@/app/load';
import { ConflictStateBadge } from '@/components/conflicts/conflict-state-badge';
import { DeviceName } from '@/components/conflicts/device-name';
import { LivePage } from '@/components/live/live-page';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { queueSearch } from '@/lib/conflicts/conflict-search';
import { listQueue, queuePerPage } from '@/lib/conflicts/queue-queries';
import { paths } from '@/lib/paths';
import { QueueFilter, queues } from './queue-filter';

export const metadata = { title: 'Device conflicts' };

interface ConflictsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What support has to decide, what waits for a holder, and what is settled. */
export default async function ConflictsPage({ searchParams }: ConflictsPageProps) {
  const search = queueSearch.parse(await searchParams);
  const show = search.show === 'decide' ? undefined : search.show;
  const { rows, total, page } = await load(listQueue, search, paths.supportConflicts({ show }));
  const { label, empty, clock } = queues[search.show];
  const at = (row: (typeof rows)[number]) => row[queues[search.show].at];
  return (
    <>
      <LivePage topics={['conflict_queue']} name="Device conflicts" />
      <PageHeader
        title="Device conflicts"
        description="A partner asks for a device that another customer has. Neither side may learn who the other is."
      />
      <QueueFilter show={search.show} />
      <DataTable
        caption={label}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={Inbox} title={empty} />}
        columns={[
          {
            key: 'device',
            header: 'Device',
            cell: ({ id, registered }) => <DeviceName device={registered} href={paths.supportConflict(id)} />,
          },
          { key: 'asker', header: 'Asked by', cell: ({ askerName }) => askerName },
          { key: 'holder', header: 'Registered for', cell: ({ holderName }) => holderName },
          { key: 'state', header: 'State', cell: ({ state }) => <ConflictStateBadge state={state} /> },
          {
            key: 'clock',
            header: clock,
            cell: (row) => {
              const time = at(row);
              return time && <RelativeTime at={time} />;
            },
          },
        ]}
      />
      <Pagination
        page={page}
        pageSize={queuePerPage}
        total={total}
        href={(to) => paths.supportConflicts({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
