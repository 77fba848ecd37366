import { NotificationsPage, type NotificationsPageProps } from '@/app/notifications/notifications-page';
import { paths } from '@/lib/paths';

export const metadata = { title: 'Notifications' };

export default function Page({ searchParams }: NotificationsPageProps) {
  return <NotificationsPage place={paths.support()} searchParams={searchParams} />;
}
