'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { renameSelfInput } from '@/lib/preferences/preferences-input';
import { rename } from './profile-actions';

const resolver = lateResolver(async () => (await import('@/lib/preferences/preferences-input')).renameSelfInput);

interface NameFormProps {
  name: string;
  /** Their organization's directory says what they are called. */
  byDirectory: boolean;
}

export function NameForm({ name, byDirectory }: NameFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<z.infer<typeof renameSelfInput>>({
    resolver,
    defaultValues: { name },
  });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty);
  const submit = handleSubmit(async (input) => {
    const result = await rename(input);
    if (!result.ok && result.reason === 'error')
      return setError(result.fields.name ? 'name' : 'root', { message: result.fields.name ?? result.message });
    reset(input);
    setSaved(true);
    router.refresh();
  });
  if (byDirectory) {
    return (
      <div className="max-w-sm">
        <Field
          label="Name"
          hint="Your organization’s directory says what you are called. Change it there; it is taken over when you next sign in."
        >
          {(field) => <TextInput {...field} value={name} readOnly />}
        </Field>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} onChange={() => setSaved(false)} className="grid max-w-sm gap-3">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field label="Name" hint="As others see it, here and in mails." error={errors.name?.message}>
        {(field) => <TextInput {...field} {...register('name')} defaultValue={name} autoComplete="name" />}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="secondary" disabled={!ready} pending={isSubmitting}>
          Save name
        </Button>
        <p role="status" className="text-sm text-success">
          {saved && 'Saved.'}
        </p>
      </div>
    </form>
  );
}
