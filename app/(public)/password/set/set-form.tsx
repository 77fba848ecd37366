'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import { setPasswordInput } from '@/lib/auth/password-input';
import { paths } from '@/lib/paths';
import { setByLink } from '../actions';

interface SetFormProps {
  email: string;
  /** How the person was called when they were invited, to be set right; null when only the password is new. */
  name: string | null;
}

export function SetForm({ email, name }: SetFormProps) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<
    z.input<typeof setPasswordInput>,
    unknown,
    z.output<typeof setPasswordInput>
  >({ resolver: zodResolver(setPasswordInput), defaultValues: name === null ? undefined : { name } });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await setByLink(input);
    if (result.ok) {
      setLeaving(true);
      return window.location.assign(paths.signInAfter('password_set'));
    }
    if (result.reason === 'weak') return setError('password', { message: result.message }, { shouldFocus: true });
    // The page says why the link is dead.
    if (result.reason === 'dead_link') return window.location.reload();
    setError('root', { message: result.message });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {/* For password managers: whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {name !== null && (
        <Field label="Your name" error={errors.name?.message}>
          {(field) => <TextInput {...field} {...register('name')} autoComplete="name" required />}
        </Field>
      )}
      <Field
        label="New password"
        hint="At least 12 characters. Several words that do not belong together are easy to keep in mind."
        error={errors.password?.message}
      >
        {(field) => <PasswordInput {...field} {...register('password')} autoComplete="new-password" />}
      </Field>
      <Button type="submit" disabled={!ready} pending={isSubmitting || leaving}>
        Set password
      </Button>
    </form>
  );
}
