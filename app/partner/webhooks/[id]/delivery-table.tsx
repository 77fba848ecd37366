import { Send } from 'lucide-react';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { DeliveryBadge } from '@/components/webhooks/delivery-badge';
import { paths } from '@/lib/paths';
import type { Delivery } from '@/lib/webhooks/delivery-queries';
import { outcomeOf } from '@/lib/webhooks/names';

/** What was sent to a webhook, newest first. */
export const DeliveryTable = ({ endpointId, deliveries }: { endpointId: string; deliveries: Delivery[] }) => (
  <DataTable
    caption="Deliveries, newest first"
    rows={deliveries}
    rowKey={({ id }) => id}
    empty={
      <EmptyState icon={Send} title="Nothing was sent yet">
        Events appear here as they happen. Send a test to see whether your program gets it.
      </EmptyState>
    }
    columns={[
      {
        key: 'event',
        header: 'Event',
        cell: ({ id, type }) => <TextLink href={paths.webhookDelivery(endpointId, id)}>{type}</TextLink>,
      },
      { key: 'state', header: 'State', cell: ({ state }) => <DeliveryBadge state={state} /> },
      { key: 'at', header: 'Happened', cell: ({ at }) => <RelativeTime at={at} /> },
      { key: 'attempts', header: 'Attempts', align: 'right', cell: ({ attempts }) => attempts },
      { key: 'outcome', header: 'Last attempt', cell: (delivery) => outcomeOf(delivery) ?? 'None yet' },
    ]}
  />
);
