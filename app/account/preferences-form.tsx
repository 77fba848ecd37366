'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { formatsOf } from '@/components/ui/formats';
import { lateResolver } from '@/components/ui/late-resolver';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { Preferences } from '@/lib/auth/actor';
import { locales, localeTags } from '@/lib/preferences/locales';
import type { preferencesInput } from '@/lib/preferences/preferences-input';
import { choose } from './profile-actions';
import { ThemeChoice } from './theme-choice';
import { TimeZoneField } from './time-zone-field';

type Chosen = z.infer<typeof preferencesInput>;

interface PreferencesFormProps {
  preferences: Preferences;
  /** By name, as the server knows them. */
  zones: string[];
  /** The moment that is shown in whatever way is chosen. */
  example: string;
}

const resolver = lateResolver(async () => (await import('@/lib/preferences/preferences-input')).preferencesInput);

/** The first choice of a list, which is none. */
const orNone = { setValueAs: (value: string | null) => value || null };

export function PreferencesForm({ preferences, zones, example }: PreferencesFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, setError, setValue, reset, watch, formState } = useForm<Chosen>({
    resolver,
    defaultValues: preferences as Chosen,
  });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty);
  const [locale, timeZone, theme] = watch(['locale', 'timeZone', 'theme']);
  const { exact, number } = formatsOf({ locale, timeZone });
  const submit = handleSubmit(async (input) => {
    const result = await choose(input);
    if (!result.ok && result.reason === 'error') return setError('root', { message: result.message });
    reset(input);
    setSaved(true);
    router.refresh();
  });
  return (
    <form method="post" noValidate onSubmit={submit} onChange={() => setSaved(false)} className="grid gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          label="Dates and numbers"
          hint={<span suppressHydrationWarning>{`${exact(new Date(example))} · ${number(1_234_567)}`}</span>}
          error={errors.locale?.message}
        >
          {(field) => (
            <Select {...field} {...register('locale', orNone)} defaultValue={preferences.locale ?? ''}>
              <option value="">English</option>
              {localeTags.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {locales[tag]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <TimeZoneField
          field={{ ...register('timeZone', orNone), defaultValue: preferences.timeZone ?? '' }}
          zones={zones}
          chosen={timeZone}
          onChoose={(zone) => {
            setValue('timeZone', zone, { shouldDirty: true });
            setSaved(false);
          }}
          error={errors.timeZone?.message}
        />
      </div>
      <ThemeChoice chosen={theme} onChoose={(chosen) => setValue('theme', chosen, { shouldDirty: true })} />
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Save preferences
        </Button>
        <p role="status" className="text-sm text-success">
          {saved && 'Saved.'}
        </p>
      </div>
    </form>
  );
}
