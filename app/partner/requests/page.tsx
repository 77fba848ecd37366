import { SearchX, Send } from 'lucide-react';
import Link from 'next/link';
import { load } from '@/app/load';
import { RequestsTable } from '@/components/consent/requests-table';
import { LivePage } from '@/components/live/live-page';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { requestsPerPage } from '@/lib/consent/find-requests';
import { mayAsk } from '@/lib/consent/may-ask';
import { listRequests } from '@/lib/consent/queries';
import { requestSearch, requestSearchParams } from '@/lib/consent/request-search';
import { paths } from '@/lib/paths';
import { StateFilter } from './state-filter';

export const metadata = { title: 'Requests' };

interface RequestsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is going to be in the list. */
function whatComes(isOem: boolean, maySend: boolean, mayAsk: boolean): string {
  if (isOem) return 'Whatever a customer answers to your consent link, a yes or a no with its reason, is listed here.';
  const asked = mayAsk ? 'Ask a customer for consent with the button above. ' : '';
  return maySend
    ? `${asked}What your organization asks of customers, and what becomes of it, is listed here.`
    : 'Ask an admin agent or a sales agent of your organization to send one.';
}

export default async function RequestsPage({ searchParams }: RequestsPageProps) {
  const given = await searchParams;
  const search = requestSearch.parse(given);
  const address = requestSearchParams(search);
  const { rows, total, page } = await load(listRequests, search, paths.requests(address));
  const actor = await currentActor();
  const maySend = allows(actor, 'requests:send');
  const sent = rows.find(({ id, decidedAt }) => id === given.sent && !decidedAt);
  const saved = rows.find(({ id, state }) => id === given.saved && state === 'draft');
  const filtered = Boolean(search.q || search.state);
  const isOem = actor?.tenant.partnerType === 'oem';
  const standingLink = allows(actor, 'standing_links:read') && (
    <a href={isOem ? paths.consentLink() : paths.standingLink()} className={buttonClass({ variant: 'secondary' })}>
      {isOem ? 'Consent link' : 'Standing link'}
    </a>
  );
  const request = mayAsk(actor) && (
    <Link href={paths.requestRelationship()} prefetch={false} className={buttonClass()}>
      Request a reseller relationship
    </Link>
  );
  const empty = filtered ? (
    <EmptyState
      icon={SearchX}
      title="No request matches"
      action={
        <Link href={paths.requests()} prefetch={false} className={buttonClass({ variant: 'secondary' })}>
          Show all requests
        </Link>
      }
    >
      Search for a part of the recipient’s name, address or organization, or choose another state.
    </EmptyState>
  ) : (
    <EmptyState icon={Send} title="No requests yet">
      {whatComes(isOem, maySend, mayAsk(actor))}
    </EmptyState>
  );
  return (
    <>
      <LivePage topics={['requests']} name="Requests" />
      <PageHeader
        title="Requests"
        description={
          isOem ? 'What customers answered to your consent link.' : 'Every consent request and what became of it.'
        }
        action={
          <>
            {standingLink}
            {request}
          </>
        }
      />
      <div className="grid gap-4">
        {sent && (
          <Alert tone="success" title={sent.delivery === 'mail' ? 'Request sent' : 'Request made'}>
            {sent.delivery === 'mail'
              ? `The mail to ${sent.recipientName} (${sent.recipientEmail}) is on its way.`
              : `The mail to ${sent.recipientName} was shown to you once. If you no longer have it, send a new request.`}{' '}
            You get a mail as soon as {sent.organization} has answered.
          </Alert>
        )}
        {saved && (
          <Alert tone="success" title="Draft saved">
            Nothing was sent. Everybody of your organization who may send requests can go on with it.
          </Alert>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SearchForm
            label="Search requests"
            value={search.q}
            action={paths.requests()}
            hidden={search.state ? { state: search.state } : {}}
          />
          <StateFilter search={search} />
        </div>
        <RequestsTable
          rows={rows}
          href={({ id, state }) =>
            state === 'draft' && maySend ? paths.requestRelationship({ draft: id }) : paths.request(id)
          }
          empty={empty}
        />
      </div>
      <Pagination
        page={page}
        pageSize={requestsPerPage}
        total={total}
        href={(to) => paths.requests({ ...address, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
