import { OctagonPause } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { paths } from '@/lib/paths';
import { listSuspensions, suspensionSearch, suspensionsPerPage } from '@/lib/suspensions/queries';
import { lists, SuspensionFilter } from './suspension-filter';
import { SuspensionTable } from './suspension-table';

export const metadata = { title: 'Suspensions' };

interface SuspensionsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is proposed, what is in force and what is over. */
export default async function SuspensionsPage({ searchParams }: SuspensionsPageProps) {
  const search = suspensionSearch.parse(await searchParams);
  const show = search.show === 'proposed' ? undefined : search.show;
  const { rows, totals, page } = await load(listSuspensions, search, paths.suspensions({ show }));
  const { caption, empty } = lists[search.show];
  return (
    <>
      <LivePage topics={['suspensions']} name="Suspensions" />
      <PageHeader
        title="Suspensions"
        description="Partners, OEMs and API clients that are stopped as a whole. One person proposes it, a support administrator who is somebody else confirms it. It begins on the page of an organization."
      />
      <SuspensionFilter show={search.show} totals={totals} />
      <SuspensionTable
        caption={caption}
        rows={rows}
        empty={
          <EmptyState icon={OctagonPause} title={empty}>
            {search.show === 'proposed'
              ? 'Open the page of a partner or an OEM to propose one, for the whole organization or for one of its API clients.'
              : undefined}
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={suspensionsPerPage}
        total={totals[search.show]}
        href={(to) => paths.suspensions({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
