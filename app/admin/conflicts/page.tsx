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

export const metadata = { title: 'Device conflicts' };

interface ConflictsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The devices of the organization that others ask for. */
export default async function ConflictsPage({ searchParams }: ConflictsPageProps) {
  const search = conflictSearch.parse(await searchParams);
  const { rows, total, page } = await load(listConflicts, { ...search, place: 'customer' }, paths.askedReleases());
  return (
    <>
      <LivePage topics={['conflicts']} name="Device conflicts" />
      <PageHeader
        title="Device conflicts"
        description="Devices of yours that another organization asks you to release. A device can be registered only once."
      />
      <ConflictTable
        caption="Device conflicts"
        rows={rows}
        href={paths.askedRelease}
        empty={
          <EmptyState icon={Scale} title="Nobody asks for a device of yours">
            A request appears here when somebody else wants to register a device that is registered for you.
          </EmptyState>
        }
      />
      <Pagination
        page={page}
        pageSize={conflictsPerPage}
        total={total}
        href={(to) => paths.askedReleases({ page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
