import { BellOff } from 'lucide-react';
import { load } from '@/app/load';
import { LivePage } from '@/components/live/live-page';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { RelativeTime } from '@/components/ui/relative-time';
import { listNotifications, notificationsPerPage, readPreferences } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { MarkAllRead } from './mark-all-read';
import { PreferencesForm } from './preferences-form';

export interface NotificationsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the person was told, and the switches; the same page in each place, so that nobody leaves theirs to read it. */
export async function NotificationsPage({ place, searchParams }: NotificationsPageProps & { place: string }) {
  const { page: asked } = await searchParams;
  const here = paths.notifications(place);
  const [{ rows, total, page, unread }, preferences] = await Promise.all([
    load(listNotifications, { page: asked }, here),
    load(readPreferences, {}, here),
  ]);
  const newest = page === 1 ? rows[0] : undefined;
  return (
    <>
      <LivePage topics={['notifications']} name="Notifications" />
      <PageHeader
        title="Notifications"
        description="What happened that concerns you. Nobody else sees your notifications."
        action={newest && unread > 0 && <MarkAllRead newest={newest.id} />}
      />
      <div className="grid items-start gap-6 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div>
          {rows.length === 0 ? (
            <EmptyState icon={BellOff} title="No notifications yet">
              What concerns you is told here as it happens. Which things those are, you choose on this page.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {rows.map(({ id, sentence, path, createdAt, read }) => (
                <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
                  <a href={path} className={`link min-w-0 break-words ${read ? '' : 'font-medium'}`}>
                    {sentence}
                  </a>
                  <span className="ml-auto flex items-center gap-3 text-sm text-muted">
                    {!read && <Badge tone="info">Unread</Badge>}
                    <RelativeTime at={createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Pagination
            page={page}
            pageSize={notificationsPerPage}
            total={total}
            href={(to) => paths.notifications(place, { page: to > 1 ? String(to) : undefined })}
          />
        </div>
        {preferences.length > 0 && (
          <Card title="What you are told about">
            <PreferencesForm preferences={preferences} />
          </Card>
        )}
      </div>
    </>
  );
}
