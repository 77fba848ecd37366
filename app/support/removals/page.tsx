import { load } from '@/app/load';
import { RemovalStateBadge } from '@/components/consent/removal-state-badge';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { listRemovals, removalSearch, removalsPerPage } from '@/lib/support/removal-queries';
import { QueuePage } from '../queue-page';
import { RemovalClock } from './removal-clock';

export const metadata = { title: 'Removal requests' };

interface RemovalsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What customers ask support to remove: the queue, and what was answered before. */
export default async function RemovalsPage({ searchParams }: RemovalsPageProps) {
  const search = removalSearch.parse(await searchParams);
  const open = search.show === 'open';
  return (
    <QueuePage
      title="Removal requests"
      description="A customer cannot end the consent of an OEM alone. Here it asks support to."
      topics={['removals']}
      word="request"
      inFull="removal request"
      hint="A request appears here as soon as a customer asks to remove an OEM."
      open={open}
      list={await load(listRemovals, search, paths.removals({ show: open ? undefined : 'closed' }))}
      pageSize={removalsPerPage}
      href={paths.removals}
      columns={[
        {
          key: 'customer',
          header: 'Customer',
          cell: ({ id, customerName }) => <TextLink href={paths.removal(id)}>{customerName}</TextLink>,
        },
        { key: 'oem', header: 'OEM', cell: ({ partnerName }) => partnerName },
        { key: 'state', header: 'State', cell: ({ state }) => <RemovalStateBadge state={state} /> },
      ]}
      waiting={[{ key: 'clock', header: 'Clock', cell: RemovalClock }]}
    />
  );
}
