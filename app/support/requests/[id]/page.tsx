import { load } from '@/app/load';
import { RequestFacts } from '@/components/consent/request-facts';
import { RequestLife } from '@/components/consent/request-life';
import { RequestState } from '@/components/consent/request-state';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { getSupportedRequest } from '@/lib/support/request-queries';
import { EventsCard } from '../../events-card';
import { RequestActions } from './request-actions';

export const metadata = { title: 'Consent request' };

const hrefs = { request: paths.supportRequest, customer: paths.supportTenant };

/** The whole life of any partner's request. Its link is nobody's to see but the recipient's. */
export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { partner, request } = await load(getSupportedRequest, { id }, paths.supportRequest(id));
  const { recipientName, organization, state, declineReason } = request;
  return (
    <>
      <PageHeader
        title={recipientName ? `Request to ${recipientName}` : 'Draft of a request'}
        breadcrumb={[
          { label: 'Search', href: paths.supportSearch() },
          { label: partner.name, href: paths.supportTenant(partner.id) },
        ]}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <RequestState state={state} />
            {organization}
          </span>
        }
        action={<RequestActions request={request} partnerName={partner.name} />}
      />
      <div className="grid gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="What was asked">
            <p className="mb-3">
              By <TextLink href={paths.supportTenant(partner.id)}>{partner.name}</TextLink>
            </p>
            <RequestFacts request={request} hrefs={hrefs} />
          </Card>
          <Card title="What became of it">
            <RequestLife request={request} />
          </Card>
        </div>
        {declineReason && (
          <Card title="Why it was declined">
            <blockquote className="border-l-2 border-line-strong pl-4 break-words whitespace-pre-line">
              {declineReason}
            </blockquote>
          </Card>
        )}
        <EventsCard id={id} here={paths.supportRequest(id)} />
      </div>
    </>
  );
}
