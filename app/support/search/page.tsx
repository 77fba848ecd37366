import { Search, SearchX } from 'lucide-react';
import { redirect } from 'next/navigation';
import { load } from '@/app/load';
import { ActivityEntry } from '@/components/audit/activity-entry';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { eventsOfCall } from '@/lib/audit/subject-queries';
import { paths } from '@/lib/paths';
import { searchAnything, supportSearch } from '@/lib/support/search-queries';
import { SupportSearch } from '../support-search';
import { FoundList } from './found-list';

export const metadata = { title: 'Search' };

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const what = (
  <ul className="mt-1 ml-5 grid list-disc gap-1 text-left">
    <li>the beginning of an organization’s name or domain, or of a person’s name or mail address</li>
    <li>the beginning of a recipient’s mail address or organization, or of a file’s name</li>
    <li>
      the beginning of a serial number or product key, also of one before a repair; a whole hardware hash, or its
      SHA-256
    </li>
    <li>
      any id: of a tenant, person, device, consent, request, upload, receipt, conflict, removal, link application,
      suspension, provider invitation, API client or event
    </li>
    <li>the MS-RequestId of an API call</li>
  </ul>
);

/** One field for everything; an id leads straight to what it names. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { q } = supportSearch.parse(await searchParams);
  const here = paths.supportSearch(q || undefined);
  const { groups, exact } = await load(searchAnything, { q }, here);
  if (exact) redirect(exact.href);
  const events = q && q.length <= 200 ? await load(eventsOfCall, { requestId: q }, here) : [];
  const nothing = groups.length === 0 && events.length === 0;
  return (
    <>
      <PageHeader title="Search" description="Anything that somebody may ask support about." />
      <div className="grid gap-6">
        <SupportSearch value={q} />
        {nothing && q.length < 2 && (
          <EmptyState icon={Search} title="What are you looking for?">
            Type two characters or more. It can be
            {what}
          </EmptyState>
        )}
        {nothing && q.length >= 2 && (
          <EmptyState icon={SearchX} title="Nothing was found">
            Capitals matter only in a serial number that has both kinds of letters; everything else does. What can be
            searched for is
            {what}
          </EmptyState>
        )}
        {groups.map((group) => (
          <FoundList key={group.kind} {...group} />
        ))}
        {events.length > 0 && (
          <Card title="Events of this call">
            <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line">
              {events.map((event) => (
                <li key={event.id}>
                  <ActivityEntry event={event} />
                </li>
              ))}
            </ol>
          </Card>
        )}
      </div>
    </>
  );
}
