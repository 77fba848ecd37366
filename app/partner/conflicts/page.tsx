import { Scale } from 'lucide-react';
import { load } from '@/app/load';
import { ConflictTable } from '@/components/conflicts/conflict-table';
import { LivePage } from '@/components/live/live-page';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { conflictSearch } from '@/lib/conflicts/conflict-search';
import { conflictsPerPage, listConflicts } from '@/lib/conflicts/queries';
import { paths } from '@/lib/paths';
import { SideFilter, sides } from './side-filter';

export const metadata = { title: 'Device conflicts' };

interface ConflictsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Both sides of a partner: what it asks of others, and what others ask of it. */
export default async function ConflictsPage({ searchParams }: ConflictsPageProps) {
  const search = conflictSearch.parse(await searchParams);
  const show = search.show === 'asked' ? undefined : search.show;
  const here = paths.conflicts({ show });
  const { rows, total, page } = await load(listConflicts, { ...search, place: 'partner' }, here);
  const { label, empty, hint } = sides[search.show];
  return (
    <>
      <LivePage topics={['conflicts']} name="Device conflicts" />
      <PageHeader
        title="Device conflicts"
        description="A device can be registered only once. Here you ask others to release one, and answer when they ask you."
      />
      <SideFilter show={search.show} />
      <ConflictTable
        caption={label}
        rows={rows}
        href={paths.conflict}
        customer
        empty={
          <EmptyState icon={Scale} title={empty}>
            {hint}
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={conflictsPerPage}
        total={total}
        href={(to) => paths.conflicts({ show, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
