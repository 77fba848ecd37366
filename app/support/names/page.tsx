import { load } from '@/app/load';
import { NameChangeBadge } from '@/components/applications/name-change-badge';
import { TextLink } from '@/components/ui/text-link';
import { listNameChanges } from '@/lib/applications/name-queries';
import { perPage, queueSearch } from '@/lib/applications/queue-queries';
import { paths } from '@/lib/paths';
import { ApplicationTabs } from '../application-tabs';
import { QueuePage } from '../queue-page';

export const metadata = { title: 'Name changes' };

interface NameChangesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The names that partners want: the queue, and what was decided before. */
export default async function NameChangesPage({ searchParams }: NameChangesPageProps) {
  const search = queueSearch.parse(await searchParams);
  const open = search.show === 'open';
  return (
    <QueuePage
      beside={<ApplicationTabs here={paths.nameChanges()} />}
      title="Name changes"
      description="Customers know a partner by its name, so it changes only once you have looked at the new one."
      topics={['application_queue']}
      word="name"
      hint="A name appears here as soon as a partner asks for it."
      open={open}
      list={await load(listNameChanges, search, paths.nameChanges({ show: open ? undefined : 'closed' }))}
      pageSize={perPage}
      href={paths.nameChanges}
      answeredBy={({ decider }) => decider}
      columns={[
        {
          key: 'name',
          header: 'New name',
          cell: ({ id, name }) => <TextLink href={paths.nameChange(id)}>{name}</TextLink>,
        },
        { key: 'before', header: 'Called so far', cell: ({ before }) => before },
        { key: 'state', header: 'State', cell: ({ state }) => <NameChangeBadge state={state} /> },
      ]}
    />
  );
}
