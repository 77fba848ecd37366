import { Webhook } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { HealthBadge } from '@/components/webhooks/health-badge';
import { paths } from '@/lib/paths';
import { subscriptions } from '@/lib/webhooks/events';
import { listEndpoints } from '@/lib/webhooks/queries';

export const metadata = { title: 'Webhooks' };

const eventsOf = ({ events }: { events: readonly string[] }) =>
  events.length === subscriptions.length ? 'All' : events.join(', ');

/** Where the organization has its events sent. */
export default async function WebhooksPage() {
  const endpoints = await load(listEndpoints, {}, paths.webhooks());
  const add = (
    <a href={paths.newWebhook()} className={buttonClass()}>
      Add a webhook
    </a>
  );
  return (
    <>
      <LivePage topics={['webhooks']} name="Webhooks" />
      <PageHeader
        title="Webhooks"
        breadcrumb={[{ label: 'API clients', href: paths.apiClients() }]}
        description="Addresses of your programs. We send events there as they happen, signed, so that nobody has to ask again and again."
        action={endpoints.length > 0 && add}
      />
      <DataTable
        caption="Webhooks, newest first"
        rows={endpoints}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Webhook} title="No webhooks" action={add}>
            Add one for each program that is to be told of consents, uploads, devices or conflicts.
          </EmptyState>
        }
        columns={[
          {
            key: 'url',
            header: 'URL',
            cell: ({ id, url }) => (
              <span className="break-all">
                <TextLink href={paths.webhook(id)}>{url}</TextLink>
              </span>
            ),
          },
          { key: 'health', header: 'State', cell: ({ health }) => <HealthBadge health={health} /> },
          { key: 'events', header: 'Events', cell: eventsOf },
          { key: 'made', header: 'Added', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
          { key: 'maker', header: 'Added by', cell: ({ createdBy }) => createdBy },
        ]}
      />
    </>
  );
}
