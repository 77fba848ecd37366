import { load } from '@/app/load';
import { RequestsTable } from '@/components/consent/requests-table';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { requestsPerPage } from '@/lib/consent/find-requests';
import { requestSearch } from '@/lib/consent/request-search';
import { paths } from '@/lib/paths';
import { listSentRequests } from '@/lib/support/sent-queries';

export const metadata = { title: 'Consent requests' };

interface SentPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every request that a partner sent. */
export default async function SentPage({ params, searchParams }: SentPageProps) {
  const { id } = await params;
  const search = requestSearch.parse(await searchParams);
  const { q } = search;
  const here = (to: number) =>
    paths.supportTenantRequests(id, { q: q || undefined, page: to > 1 ? String(to) : undefined });
  const { name, rows, total, page } = await load(listSentRequests, { ...search, tenantId: id }, here(search.page));
  return (
    <>
      <PageHeader
        title="Consent requests"
        breadcrumb={[
          { label: 'Search', href: paths.supportSearch() },
          { label: name, href: paths.supportTenant(id) },
        ]}
        description={`What ${name} asked of customers, and what became of it.`}
      />
      <div className="grid gap-4">
        <SearchForm label="Search requests" value={q} action={paths.supportTenantRequests(id)} />
        <RequestsTable
          rows={rows}
          href={(request) => paths.supportRequest(request.id)}
          empty={
            <p className="text-muted">
              {q ? 'No recipient’s name, address or organization has this in it.' : 'This partner has sent no request.'}
            </p>
          }
        />
      </div>
      <Pagination page={page} pageSize={requestsPerPage} total={total} href={here} />
    </>
  );
}
