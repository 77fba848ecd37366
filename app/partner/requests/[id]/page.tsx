import { load } from '@/app/load';
import { RequestFacts } from '@/components/consent/request-facts';
import { RequestLife } from '@/components/consent/request-life';
import { RequestState } from '@/components/consent/request-state';
import { LivePage } from '@/components/live/live-page';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { mayAsk } from '@/lib/consent/may-ask';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { getRequest } from '@/lib/consent/request-queries';
import { paths } from '@/lib/paths';
import { RequestActions } from './request-actions';

export const metadata = { title: 'Request' };

const receiptNames = { granted: 'Consent granted', changed: 'Consent changed', ended: 'Consent ended' };

interface RequestDetailPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ sent?: string }>;
}

export default async function RequestDetailPage({ params, searchParams }: RequestDetailPageProps) {
  const { id } = await params;
  const { sent } = await searchParams;
  const request = await load(getRequest, { id }, paths.request(id));
  const receipts = await load(receiptsOfRequest, { requestId: id }, paths.request(id));
  const actor = await currentActor();
  const { recipientName, organization, state, renewalAskedAt, declineReason } = request;
  return (
    <>
      <LivePage topics={['requests']} name="Request" />
      <PageHeader
        title={recipientName ? `Request to ${recipientName}` : 'Draft of a request'}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <RequestState state={state} />
            {organization}
          </span>
        }
        breadcrumb={[{ label: 'Requests', href: paths.requests() }]}
        action={<RequestActions request={request} maySend={allows(actor, 'requests:send')} mayAsk={mayAsk(actor)} />}
      />
      <div className="grid gap-6">
        {sent && state === 'sent' && (
          <Alert tone="success" title="Sent again">
            The mail with the new link is on its way to {recipientName}. The link before it no longer works.
          </Alert>
        )}
        {renewalAskedAt && state !== 'superseded' && (
          <Alert tone="info" title="Asked for a new link">
            Somebody who holds the link of this request asked for a new one <RelativeTime at={renewalAskedAt} />.
          </Alert>
        )}
        {state === 'declined' && (
          <Card title="Why it was declined">
            {declineReason ? (
              <blockquote className="border-l-2 border-line-strong pl-4 break-words whitespace-pre-line">
                {declineReason}
              </blockquote>
            ) : (
              <p className="text-muted">No reason was given.</p>
            )}
          </Card>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="What was asked">
            <RequestFacts request={request} hrefs={paths} />
          </Card>
          <Card title="What became of it">
            <RequestLife request={request} />
          </Card>
        </div>
        {receipts.length > 0 && (
          <Card title="Receipts of the consent">
            <ul className="grid gap-2">
              {receipts.map((receipt) => (
                <li key={receipt.id}>
                  <TextLink href={paths.partnerReceipt(receipt.id)}>{receiptNames[receipt.event]}</TextLink>{' '}
                  <span className="text-sm text-muted">
                    <RelativeTime at={receipt.at} />
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}
