import { load } from '@/app/load';
import { PreferencesForm } from '@/app/notifications/preferences-form';
import { Card } from '@/components/ui/card';
import { readPreferences } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';

/** The switches of the page of notifications, where people look for everything that is theirs; nothing for whom nothing can concern. */
export async function NotificationsCard({ place }: { place: string }) {
  const preferences = await load(readPreferences, {}, paths.account(place));
  if (preferences.length === 0) return null;
  return (
    <Card title="What you are told about">
      <div className="max-w-xl">
        <PreferencesForm preferences={preferences} />
      </div>
    </Card>
  );
}
