import { currentFormats } from '@/app/current-formats';
import { load } from '@/app/load';
import { ActivityFilter } from '@/components/audit/activity-filter';
import { ActivityList } from '@/components/audit/activity-list';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { activityListInput, searchParams as inAddress } from '@/lib/audit/activity-search';
import { activityPerPage, listActivity } from '@/lib/audit/queries';
import { paths } from '@/lib/paths';

interface ActivityPageProps {
  place: string;
  /** What other organisations are called in this place. */
  others: string;
  description: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The activity log as it looks in each of the three places. */
export async function ActivityPage({ place, others, description, searchParams }: ActivityPageProps) {
  const { number } = await currentFormats();
  const search = activityListInput.parse(await searchParams);
  const address = inAddress(search);
  const { rows, total, more, page, tooMany } = await load(listActivity, search, paths.activity(place, address));
  const all = paths.activity(place);
  return (
    <>
      <PageHeader
        title="Activity log"
        description={description}
        action={
          <a href={paths.activityCsv(place, address)} download className={buttonClass({ variant: 'secondary' })}>
            <Icon name="download" />
            Export CSV
          </a>
        }
      />
      <div className="grid gap-4">
        <ActivityFilter action={all} search={search} others={others} everything={place === paths.support()} />
        {more && (
          <Alert tone="info">
            More than {number(total)} events match. These are the latest; choose dates to page through earlier ones. The
            export has all.
          </Alert>
        )}
        <ActivityList rows={rows} filtered={Object.values(address).some(Boolean)} tooMany={tooMany} all={all} />
      </div>
      <Pagination
        page={page}
        pageSize={activityPerPage}
        total={total}
        href={(to) => paths.activity(place, { ...address, page: to > 1 ? String(to) : undefined })}
      />
    </>
  );
}
