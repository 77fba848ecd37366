import { load } from '@/app/load';
import { PreferencesForm as NotificationForm } from '@/app/notifications/preferences-form';
import { Card } from '@/components/ui/card';
import type { Preferences } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { readPreferences } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { timeZones } from '@/lib/preferences/time-zones';
import { NameForm } from './name-form';
import { PreferencesForm } from './preferences-form';

interface ProfileCardsProps {
  place: string;
  account: { name: string; ofDirectory: boolean; preferences: Preferences };
}

/** What a person is called, how they read, and what they are told. */
export async function ProfileCards({ place, account: { name, ofDirectory, preferences } }: ProfileCardsProps) {
  const told = await load(readPreferences, {}, paths.account(place));
  return (
    <>
      <Card title="Profile">
        <div className="grid gap-6">
          <NameForm name={name} ofDirectory={ofDirectory} />
          <PreferencesForm preferences={preferences} zones={timeZones()} example={now().toISOString()} />
        </div>
      </Card>
      {told.length > 0 && (
        <Card title="What you are told about">
          <div className="max-w-xl">
            <NotificationForm preferences={told} />
          </div>
        </Card>
      )}
    </>
  );
}
