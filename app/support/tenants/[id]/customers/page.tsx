import type { Metadata } from 'next';
import { load } from '@/app/load';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { paths } from '@/lib/paths';
import { heldPerPage, listHeldConsents } from '@/lib/support/held-queries';
import { tenantListSearch } from '@/lib/support/tenant-list-search';
import { HeldTable } from '../held-table';

export const metadata: Metadata = { title: 'Customers' };

interface HeldPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every customer that a partner may act for now. */
export default async function HeldPage({ params, searchParams }: HeldPageProps) {
  const { id } = await params;
  const { q, page: asked } = tenantListSearch.parse(await searchParams);
  const here = (page?: number) =>
    paths.supportTenantCustomers(id, { q: q || undefined, page: page && page > 1 ? String(page) : undefined });
  const { name, rows, total, page } = await load(listHeldConsents, { tenantId: id, q, page: asked }, here(asked));
  return (
    <>
      <PageHeader
        title="Customers"
        breadcrumb={[
          { label: 'Search', href: paths.supportSearch() },
          { label: name, href: paths.supportTenant(id) },
        ]}
        description={`Whom ${name} may act for now.`}
      />
      <div className="grid gap-4">
        <SearchForm label="Search customers" value={q} action={paths.supportTenantCustomers(id)} />
        <HeldTable
          rows={rows}
          empty={<p className="text-muted">{q ? 'No customer’s name or domain has this in it.' : 'No customer.'}</p>}
        />
      </div>
      <Pagination page={page} pageSize={heldPerPage} total={total} href={here} />
    </>
  );
}
