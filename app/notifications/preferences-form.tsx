'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { lateResolver } from '@/components/ui/late-resolver';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { kindLabels } from '@/lib/notifications/kinds';
import type { preferencesInput } from '@/lib/notifications/preferences-input';
import { saveNotificationPreferences } from './actions';

type Preferences = z.infer<typeof preferencesInput>;

const ways = [
  { way: 'inApp', header: 'Portal', name: 'in the portal' },
  { way: 'mail', header: 'Mail', name: 'by mail' },
] as const;

const resolver = lateResolver(async () => (await import('@/lib/notifications/preferences-input')).preferencesInput);

/** Two switches for each kind that can concern the person. */
export function PreferencesForm({ preferences }: Preferences) {
  const ready = useHydrated();
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<Preferences>({
    resolver,
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
      <table>
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className="sr-only">
              What happens
            </th>
            {ways.map(({ way, header }) => (
              <th key={way} scope="col" className="w-14 pb-1 font-medium">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-y border-line">
          {preferences.map(({ kind }, index) => (
            <tr key={kind}>
              <th scope="row" className="py-2.5 pr-3 text-left font-normal">
                {kindLabels[kind]}
              </th>
              {ways.map(({ way, name }) => (
                <td key={way} className="text-center">
                  <input
                    type="checkbox"
                    aria-label={`${kindLabels[kind]}: ${name}`}
                    className="size-5 align-middle"
                    {...register(`preferences.${index}.${way}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
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
