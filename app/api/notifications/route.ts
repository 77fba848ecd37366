import { answer } from '@/app/answer';
import { describeTime, exactTime } from '@/components/ui/describe-time';
import { watchingActor } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { latestNotifications } from '@/lib/notifications/queries';

/** What the bell shows, in words, so that its script stays small. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const { unread, latest } = await latestNotifications(await watchingActor(), {});
    const shown = latest.map(({ createdAt, ...told }) => ({
      ...told,
      at: createdAt.toISOString(),
      ago: describeTime(createdAt, now()),
      exact: exactTime(createdAt),
    }));
    return Response.json({ unread, latest: shown }, { headers: { 'Cache-Control': 'no-store' } });
  });
}
