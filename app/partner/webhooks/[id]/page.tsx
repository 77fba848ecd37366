import { load } from '@/app/load';
import { pageNumber } from '@/app/page-number';
import { LivePage } from '@/components/live/live-page';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Verifying } from '@/components/webhooks/verifying';
import { paths } from '@/lib/paths';
import { deliveriesPerPage, listDeliveries } from '@/lib/webhooks/delivery-queries';
import { readEndpoint } from '@/lib/webhooks/queries';
import { DeliveryTable } from './delivery-table';
import { EndpointActions } from './endpoint-actions';
import { EndpointFacts } from './endpoint-facts';

export const metadata = { title: 'Webhook' };

interface WebhookPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One webhook: how it fares, what can be done with it, and what was sent there. */
export default async function WebhookPage({ params, searchParams }: WebhookPageProps) {
  const { id } = await params;
  const page = pageNumber((await searchParams).page);
  const here = paths.webhook(id);
  const endpoint = await load(readEndpoint, { endpointId: id }, here);
  const { rows, total } = await load(listDeliveries, { endpointId: id, page }, here);
  return (
    <>
      <LivePage topics={['webhooks']} name="Webhook" />
      <PageHeader
        title={new URL(endpoint.url).host}
        breadcrumb={[{ label: 'Webhooks', href: paths.webhooks() }]}
        description={<span className="break-all">{endpoint.url}</span>}
      />
      <div className="grid gap-6">
        <Card>
          <EndpointFacts endpoint={endpoint} />
          <EndpointActions endpoint={endpoint} />
        </Card>
        <section>
          <h2 className="mb-3 text-lg">Deliveries</h2>
          <DeliveryTable endpointId={id} deliveries={rows} />
          <Pagination
            page={page}
            pageSize={deliveriesPerPage}
            total={total}
            href={(to) => paths.webhook(id, { page: to > 1 ? String(to) : undefined })}
          />
        </section>
        <Card title="How to verify that an event is ours">
          <Verifying />
        </Card>
      </div>
    </>
  );
}
