import { load } from '@/app/load';
import { ActivityEntry } from '@/components/audit/activity-entry';
import { Card } from '@/components/ui/card';
import { eventsAbout, eventsAtMost } from '@/lib/audit/subject-queries';

/** Everything that the log has about one thing; `here` is the page it stands on. */
export async function EventsCard({ id, here }: { id: string; here: string }) {
  const events = await load(eventsAbout, { subjectId: id }, here);
  return (
    <Card title="In the activity log">
      {events.length === 0 ? (
        <p className="text-muted">The log has no event about it.</p>
      ) : (
        <ol
          aria-label="Events, latest first"
          className="divide-y divide-line overflow-hidden rounded-lg border border-line"
        >
          {events.map((event) => (
            <li key={event.id}>
              <ActivityEntry event={event} />
            </li>
          ))}
        </ol>
      )}
      {events.length === eventsAtMost && (
        <p className="mt-3 text-sm text-muted">The latest {eventsAtMost}. The activity log has them all.</p>
      )}
    </Card>
  );
}
