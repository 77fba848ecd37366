import { RequestState } from '@/components/consent/request-state';
import { DataTable } from '@/components/ui/data-table';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { LatestRequest } from '@/lib/partners/dashboard-queries';
import { paths } from '@/lib/paths';

export const LatestRequests = ({ requests }: { requests: LatestRequest[] }) => (
  <section>
    <div className="mb-2 flex items-baseline justify-between gap-4">
      <h2 className="text-lg">Latest requests</h2>
      <TextLink href={paths.requests()}>All requests</TextLink>
    </div>
    <DataTable
      caption="Latest requests"
      rows={requests}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">None was sent yet.</p>}
      columns={[
        {
          key: 'organization',
          header: 'Organization',
          cell: ({ id, organization }) => <TextLink href={paths.request(id)}>{organization}</TextLink>,
        },
        { key: 'recipient', header: 'Recipient', cell: ({ recipient }) => recipient },
        { key: 'state', header: 'State', cell: ({ state }) => <RequestState state={state} /> },
        { key: 'sent', header: 'Sent', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
      ]}
    />
  </section>
);
