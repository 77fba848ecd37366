import { answer } from '@/app/answer';
import { preferencesOf } from '@/app/current-formats';
import { formatsOf } from '@/components/ui/formats';
import { watchingActor } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { latestNotifications } from '@/lib/notifications/queries';

/** What the bell shows, in words, so that its script stays small. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const actor = await watchingActor();
    const { unread, latest } = await latestNotifications(actor, {});
    const { ago, exact } = formatsOf(preferencesOf(actor));
    const shown = latest.map(({ createdAt, ...told }) => ({
      ...told,
      at: createdAt.toISOString(),
      ago: ago(createdAt, now()),
      exact: exact(createdAt),
    }));
    return Response.json({ unread, latest: shown }, { headers: { 'Cache-Control': 'no-store' } });
  });
}
