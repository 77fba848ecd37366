import { useId } from 'react';
import type { UseFormRegister } from 'react-hook-form';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import { type ProfileSetting, settingWords } from '@/lib/profiles/settings';
import type { Typed } from './profile-form';

interface SettingChoiceProps {
  offered: ProfileSetting[];
  register: UseFormRegister<Typed>;
  skipsTerms: boolean;
  customerName: string;
  error: string | undefined;
}

/** What the profile switches off, each with what it does; who skips the license terms has to accept them. */
export function SettingChoice({ offered, register, skipsTerms, customerName, error }: SettingChoiceProps) {
  const id = useId();
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-medium">When a device is set up</legend>
      {offered.map((setting) => (
        <Checkbox
          key={setting}
          {...register('settings')}
          value={setting}
          label={settingWords[setting].label}
          description={settingWords[setting].sentence}
        />
      ))}
      {skipsTerms && (
        <div className="grid gap-3 sm:ml-8">
          <Alert tone="info">
            Nobody is asked to accept the license terms on these devices, so your organization accepts them for{' '}
            {customerName}. Who confirmed this, and when, stays in the activity log.
          </Alert>
          <Checkbox
            {...register('acceptsTerms')}
            label={`I accept the license terms for ${customerName}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-terms` : undefined}
          />
          {error && (
            <p id={`${id}-terms`} role="alert" className="text-sm font-medium text-danger">
              {error}
            </p>
          )}
        </div>
      )}
    </fieldset>
  );
}
