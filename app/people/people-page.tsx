import { SearchX } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { SearchForm } from '@/components/ui/search-form';
import { allows } from '@/lib/auth/policy';
import { currentActor } from '@/lib/auth/session';
import { directorySettings } from '@/lib/directory/settings';
import { paths } from '@/lib/paths';
import { listMemberInvitations } from '@/lib/people/invitation-queries';
import { peopleListInput } from '@/lib/people/people-search';
import { listPeople, peoplePerPage } from '@/lib/people/queries';
import { InvitedTable } from './invited-table';
import { PeopleTable } from './people-table';

interface PeoplePageProps {
  place: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The people of an organization, as it looks in each of the three places. */
export async function PeoplePage({ place, searchParams }: PeoplePageProps) {
  const search = peopleListInput.parse(await searchParams);
  const address = { q: search.q || undefined };
  const { rows, total, page } = await load(listPeople, search, paths.people(place, address));
  const invited = await load(listMemberInvitations, {}, paths.people(place, address));
  const actor = await currentActor();
  return (
    <>
      <LivePage topics={['people']} name="People" />
      <PageHeader
        title="People"
        description="Who can sign in for your organization, and what each may do."
        action={
          <>
            {actor && directorySettings() && allows(actor, 'directory:connect') && (
              <a href={paths.directory(place)} className={buttonClass({ variant: 'secondary' })}>
                Directory
              </a>
            )}
            <a href={paths.organization(place)} className={buttonClass({ variant: 'secondary' })}>
              Organization
            </a>
            <a href={paths.invitePerson(place)} className={buttonClass()}>
              Invite a person
            </a>
          </>
        }
      />
      {(total > peoplePerPage || search.q) && (
        <div className="mb-4">
          <SearchForm label="Search by email" value={search.q} action={paths.people(place)} />
        </div>
      )}
      <PeopleTable
        rows={rows}
        place={place}
        empty={
          <EmptyState
            icon={SearchX}
            title={`No address contains “${search.q}”`}
            action={
              <a href={paths.people(place)} className={buttonClass({ variant: 'secondary' })}>
                Show everybody
              </a>
            }
          >
            Search for a part of the person’s email address.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={peoplePerPage}
        total={total}
        href={(to) => paths.people(place, { ...address, page: to > 1 ? String(to) : undefined })}
      />
      <section className="mt-10">
        <h2 className="mb-3 text-lg">Invited</h2>
        <InvitedTable rows={invited} />
      </section>
    </>
  );
}
