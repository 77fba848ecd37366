import { SearchX, Users } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import type { PartnerType } from '@/lib/auth/actor';
import { currentActor } from '@/lib/auth/session';
import { mayAsk } from '@/lib/consent/may-ask';
import { inAddress } from '@/lib/partners/customer-address';
import { customersPerPage, listCustomers } from '@/lib/partners/customer-queries';
import { customerListInput } from '@/lib/partners/customer-search';
import { paths } from '@/lib/paths';
import { CustomersTable } from './customers-table';
import { ResellerFilter } from './reseller-filter';

export const metadata = { title: 'Customers' };

interface CustomersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What has to happen before somebody is in the list. */
function howTheyCome(partnerType: PartnerType | null, maySend: boolean): string {
  if (partnerType === 'indirect_provider')
    return 'A company appears here when it accepts the request of a reseller linked to you that names you as provider.';
  if (partnerType === 'oem')
    return 'A company appears here as soon as its global administrator has accepted your consent link. You find it, or ask for it, under Consent link.';
  const accepted = 'A company appears here as soon as its global administrator has accepted your request.';
  return maySend
    ? `${accepted} Send the first one with the button above.`
    : `${accepted} An admin agent or a sales agent of your organization can send one.`;
}

export default async function CustomersPage({ searchParams }: CustomersPageProps) {
  const search = customerListInput.parse(await searchParams);
  const address = inAddress(search);
  const { rows, total, page } = await load(listCustomers, search, paths.customers(address));
  const actor = await currentActor();
  const maySend = mayAsk(actor);
  const request = maySend && (
    <a href={paths.requestRelationship()} className={buttonClass()}>
      Request a reseller relationship
    </a>
  );
  const isProvider = actor?.tenant.partnerType === 'indirect_provider';
  const empty =
    search.q || (isProvider && search.reseller) ? (
      <EmptyState
        icon={SearchX}
        title={search.q ? `No customer matches “${search.q}”` : 'No customers through this reseller'}
        action={
          <a href={paths.customers()} className={buttonClass({ variant: 'secondary' })}>
            Show all customers
          </a>
        }
      >
        {search.q
          ? 'Search for a part of the company’s name or of its domain.'
          : 'A customer appears here when its consent with this reseller names your organization.'}
      </EmptyState>
    ) : (
      <EmptyState icon={Users} title="No customers yet">
        {howTheyCome(actor?.tenant.partnerType ?? null, maySend)}
      </EmptyState>
    );
  return (
    <>
      <LivePage topics={['customers']} name="Customers" />
      <PageHeader
        title="Customers"
        description="Whoever is listed here has given consent: you may act for them now."
        action={request}
      />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <SearchForm
          label="Search by name or domain"
          value={search.q}
          action={paths.customers()}
          hidden={address.sort ? { sort: address.sort } : {}}
        >
          {isProvider && <ResellerFilter chosen={search.reseller} />}
        </SearchForm>
        {total > 0 && (
          <a href={paths.customersCsv(address)} download className={buttonClass({ variant: 'secondary' })}>
            <Icon name="download" />
            Export CSV
          </a>
        )}
      </div>
      {rows.length > 0 ? (
        <CustomersTable rows={rows} search={search} isOem={actor?.tenant.partnerType === 'oem'} />
      ) : (
        empty
      )}
      <Pagination
        page={page}
        pageSize={customersPerPage}
        total={total}
        href={(to) => paths.customers({ ...address, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
