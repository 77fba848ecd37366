import { History, SearchX } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import type { Activity } from '@/lib/audit/queries';
import { ActivityEntry } from './activity-entry';

interface ActivityListProps {
  rows: readonly Activity[];
  /** Whether a search made the list as short as it is. */
  filtered: boolean;
  tooMany: 'person' | 'organization' | null;
  /** The log without a search. */
  all: string;
}

/** Events, latest first, or why there are none. */
export function ActivityList({ rows, filtered, tooMany, all }: ActivityListProps) {
  if (rows.length > 0) {
    return (
      <ol
        aria-label="Events, latest first"
        className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-sm"
      >
        {rows.map((event) => (
          <li key={event.id}>
            <ActivityEntry event={event} />
          </li>
        ))}
      </ol>
    );
  }
  if (tooMany) {
    return (
      <EmptyState icon={SearchX} title={`Too many ${tooMany === 'person' ? 'people' : 'organizations'} match`}>
        Type more of the name.
      </EmptyState>
    );
  }
  if (filtered) {
    return (
      <EmptyState icon={SearchX} title="No event matches" action={<TextLink href={all}>Show the whole log</TextLink>}>
        Try a part of the name, other dates, or every step.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={History} title="Nothing has happened yet">
      Everything that people of your organization do here, and what others do that concerns it, is listed here.
    </EmptyState>
  );
}
