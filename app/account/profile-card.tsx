import { Card } from '@/components/ui/card';
import type { Preferences } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { timeZones } from '@/lib/preferences/time-zones';
import { NameForm } from './name-form';
import { PreferencesForm } from './preferences-form';

interface ProfileCardProps {
  account: { name: string; byDirectory: boolean; preferences: Preferences };
}

/** What a person is called, and how they read. */
export const ProfileCard = ({ account: { name, byDirectory, preferences } }: ProfileCardProps) => (
  <Card title="Profile">
    <div className="grid max-w-2xl gap-6">
      <NameForm name={name} byDirectory={byDirectory} />
      <PreferencesForm preferences={preferences} zones={timeZones()} example={now().toISOString()} />
    </div>
  </Card>
);
