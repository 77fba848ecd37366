'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { profileFields } from '@/lib/profiles/profile-input';
import { offeredSettings, type ProfileSetting, sayable } from '@/lib/profiles/settings';
import { SettingChoice } from './setting-choice';

export type Typed = z.input<typeof profileFields>;
type Saved =
  | { ok: true }
  | { ok: false; reason: 'name_taken' }
  | { ok: false; reason: 'changed' }
  | { ok: false; reason: 'error'; message: string; fields: Record<string, string> };

interface ProfileFormProps {
  customerName: string;
  /** The profile as it is now, when one is changed. */
  profile?: { name: string; description: string; settings: ProfileSetting[]; revision: number };
  /** Already bound to what it saves; gets the revision that the person has seen. */
  save: (typed: Typed, revision: number) => Promise<Saved>;
  /** The list, where to go once it is saved. */
  back: string;
}

const names = ['name', 'description', 'settings', 'acceptsTerms'] as const;

export function ProfileForm({ customerName, profile, save, back }: ProfileFormProps) {
  const router = useRouter();
  const ready = useHydrated();
  const [seen] = useState(profile?.revision ?? 0);
  const [overtaken, setOvertaken] = useState(false);
  const { name = '', description = '', settings = [] } = profile ?? {};
  const { register, handleSubmit, setError, watch, formState } = useForm<
    Typed,
    unknown,
    z.output<typeof profileFields>
  >({
    resolver: zodResolver(profileFields),
    defaultValues: { name, description, settings, acceptsTerms: false },
  });
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = formState;
  useUnsavedChanges(isDirty && !isSubmitSuccessful);
  const submit = handleSubmit(async (typed) => {
    const result = await save(typed, overtaken && profile ? profile.revision : seen);
    if (result.ok) return router.push(back);
    if (result.reason === 'name_taken')
      return setError('name', { message: 'Your organization has a profile of this name.' }, { shouldFocus: true });
    if (result.reason === 'changed') {
      setError('root', {});
      setOvertaken(true);
      return router.refresh();
    }
    setError('root', { message: result.message });
    for (const field of names) if (result.fields[field]) setError(field, { message: result.fields[field] });
  });
  return (
    <Card>
      <form method="post" noValidate onSubmit={submit} className="grid max-w-2xl gap-6">
        {overtaken && profile && (
          <Alert tone="warning" title="Somebody changed this profile meanwhile">
            <p>
              It is now “{profile.name}”{profile.description && `, ${profile.description}`}: {sayable(profile.settings)}
              . Save again to put yours in its place, or go back.
            </p>
          </Alert>
        )}
        {errors.root?.message && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field label="Name" error={errors.name?.message}>
          {(field) => <TextInput {...field} {...register('name')} autoComplete="off" maxLength={64} required />}
        </Field>
        <Field label="Description" optional error={errors.description?.message}>
          {(field) => <TextArea {...field} {...register('description')} rows={2} autoComplete="off" maxLength={250} />}
        </Field>
        <SettingChoice
          offered={offeredSettings(settings)}
          register={register}
          skipsTerms={(watch('settings') ?? []).includes('skip_eula')}
          customerName={customerName}
          error={errors.acceptsTerms?.message}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            {profile ? 'Save profile' : 'Create profile'}
          </Button>
          <a href={back} className={buttonClass({ variant: 'secondary' })}>
            Back to profiles
          </a>
        </div>
      </form>
    </Card>
  );
}
