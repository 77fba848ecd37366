'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { kindLabels } from '@/lib/notifications/kinds';
import { preferencesInput } from '@/lib/notifications/preferences-input';
import { saveNotificationPreferences } from './actions';

type Preferences = z.infer<typeof preferencesInput>;

/** Two switches for each kind that can concern the person. */
export function PreferencesForm({ preferences }: Preferences) {
  const ready = useHydrated();
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<Preferences>({
    resolver: zodResolver(preferencesInput),
    defaultValues: { preferences },
  });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty);
  const submit = handleSubmit(async (values) => {
    const result = await saveNotificationPreferences(values);
    if (!result.ok && result.reason === 'error') return setError('root', { message: result.message });
    reset(values);
    setSaved(true);
  });
  return (
    <form noValidate onSubmit={submit} onChange={() => setSaved(false)} className="grid gap-5">
      {preferences.map(({ kind }, index) => (
        <fieldset key={kind} className="grid gap-2">
          <legend className="mb-2 font-medium">{kindLabels[kind]}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <Checkbox label="In the portal" {...register(`preferences.${index}.inApp`)} />
            <Checkbox label="By mail" {...register(`preferences.${index}.mail`)} />
          </div>
        </fieldset>
      ))}
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Save choices
        </Button>
        <p role="status" className="text-sm text-success">
          {saved && 'Saved.'}
        </p>
      </div>
    </form>
  );
}
