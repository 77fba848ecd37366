import { Handshake, SearchX } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { invitationsPageSize, listInvitations } from '@/lib/partners/invitation-queries';
import { listResellers, resellersPerPage } from '@/lib/partners/link-queries';
import { resellerListInput } from '@/lib/partners/reseller-search';
import { paths } from '@/lib/paths';
import { InvitationsTable } from './invitations-table';
import { ResellersTable } from './resellers-table';

export const metadata = { title: 'Indirect resellers' };

interface ResellersPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const from = (page: number) => (page > 1 ? String(page) : undefined);

export default async function ResellersPage({ searchParams }: ResellersPageProps) {
  const asked = await searchParams;
  const search = resellerListInput.parse(asked);
  const address = { q: search.q || undefined, sort: search.sort === 'reseller' ? undefined : search.sort };
  const here = paths.resellers(address);
  const { rows, total, page } = await load(listResellers, search, here);
  const invitations = await load(listInvitations, { page: asked.invitations }, here);
  const actor = await currentActor();
  const mayInvite = allows(actor, 'partner_links:invite');
  const invite = mayInvite && (
    <a href={paths.inviteReseller()} className={buttonClass()}>
      Invite a reseller
    </a>
  );
  const empty = search.q ? (
    <EmptyState
      icon={SearchX}
      title={`No reseller matches “${search.q}”`}
      action={
        <a href={paths.resellers()} className={buttonClass({ variant: 'secondary' })}>
          Show all resellers
        </a>
      }
    >
      Search for a part of the reseller’s name or of its domain.
    </EmptyState>
  ) : (
    <EmptyState icon={Handshake} title="No resellers yet">
      A reseller appears here as soon as its global administrator has authorized your organization.
      {!mayInvite && ' Ask an admin agent of your organization to invite one.'}
    </EmptyState>
  );
  return (
    <>
      <LivePage topics={['partnerships']} name="Resellers" />
      <PageHeader
        title="Indirect resellers"
        description="Resellers that authorized your organization. You may act for those of their customers whose consent names you."
        action={invite}
      />
      {(total > 0 || search.q) && (
        <div className="mb-4">
          <SearchForm
            label="Search by name or domain"
            value={search.q}
            action={paths.resellers()}
            hidden={address.sort ? { sort: address.sort } : {}}
          />
        </div>
      )}
      <ResellersTable
        rows={rows}
        sort={search.sort}
        sortHref={(sort) => paths.resellers({ ...address, sort: sort === 'reseller' ? undefined : sort })}
        mayEnd={allows(actor, 'partner_links:end')}
        empty={empty}
      />
      <Pagination
        page={page}
        pageSize={resellersPerPage}
        total={total}
        href={(to) => paths.resellers({ ...address, page: from(to) })}
      />
      <section className="mt-10">
        <h2 className="mb-3 text-lg">Invitations</h2>
        <InvitationsTable rows={invitations.rows} mayCancel={mayInvite} />
        <Pagination
          label="Pages of invitations"
          page={invitations.page}
          pageSize={invitationsPageSize}
          total={invitations.total}
          href={(to) => paths.resellers({ ...address, page: from(page), invitations: from(to) })}
        />
      </section>
    </>
  );
}
