import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { ActionButton } from '@/components/ui/action-button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { DeliveryBadge } from '@/components/webhooks/delivery-badge';
import { paths } from '@/lib/paths';
import { readDelivery } from '@/lib/webhooks/delivery-queries';
import { outcomeOf } from '@/lib/webhooks/names';
import { readEndpoint } from '@/lib/webhooks/queries';
import { sendAgain } from '../../../actions';

export const metadata = { title: 'Delivery' };

const Sent = ({ children }: { children: string }) => (
  <pre className="rounded-md border border-line bg-sunken p-4 text-sm wrap-anywhere whitespace-pre-wrap">
    {children}
  </pre>
);

/** One event on its way to one webhook: what was sent, and what came of it. */
export default async function DeliveryPage({ params }: { params: Promise<{ id: string; delivery: string }> }) {
  const { number } = await currentFormats();
  const { id, delivery: deliveryId } = await params;
  const here = paths.webhookDelivery(id, deliveryId);
  const endpoint = await load(readEndpoint, { endpointId: id }, here);
  const delivery = await load(readDelivery, { endpointId: id, deliveryId }, here);
  const { type, at, state, attempts, nextAt, lastAt, lastDuration, lastAnswer, eventId, body } = delivery;
  return (
    <div className="mx-auto max-w-3xl">
      <LivePage topics={['webhooks']} name="Delivery" />
      <PageHeader
        title={type}
        breadcrumb={[
          { label: 'Webhooks', href: paths.webhooks() },
          { label: new URL(endpoint.url).host, href: paths.webhook(id) },
        ]}
        action={
          !endpoint.disabledAt && (
            <ActionButton
              label="Send again"
              run={sendAgain.bind(null, id, deliveryId)}
              refusals={{ disabled: 'The webhook is disabled. Enable it first.' }}
            />
          )
        }
      />
      <div className="grid gap-4">
        <Card title="The delivery">
          <DefinitionList
            items={[
              { term: 'State', description: <DeliveryBadge state={state} /> },
              { term: 'Happened', description: <RelativeTime at={at} /> },
              { term: 'Attempts', description: attempts },
              ...(lastAt
                ? [
                    {
                      term: 'Last attempt',
                      description: (
                        <>
                          <RelativeTime at={lastAt} />
                          {lastDuration !== null && `, took ${number(lastDuration)} ms. `}
                          {outcomeOf(delivery)}
                        </>
                      ),
                    },
                  ]
                : []),
              ...(nextAt ? [{ term: 'Next attempt', description: <RelativeTime at={nextAt} /> }] : []),
              ...(state === 'waiting' && !nextAt
                ? [{ term: 'Next attempt', description: 'Once support ends the suspension' }]
                : []),
              {
                term: 'webhook-id',
                description: (
                  <span className="flex items-center gap-1">
                    <code className="min-w-0 text-sm break-all">{eventId}</code>
                    <CopyButton value={eventId} label="Copy the webhook-id" />
                  </span>
                ),
              },
            ]}
          />
        </Card>
        <Card title="What was sent">
          <Sent>{JSON.stringify(JSON.parse(body), null, 2)}</Sent>
        </Card>
        {lastAnswer && (
          <Card title="The beginning of the answer">
            <Sent>{lastAnswer}</Sent>
          </Card>
        )}
      </div>
    </div>
  );
}
