'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { PasswordInput } from '@/components/ui/password-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { changePasswordInput } from '@/lib/auth/password-input';
import { inMinutes } from '@/lib/auth/wait-words';
import { changeOwnPassword } from './actions';

const resolver = lateResolver(async () => (await import('@/lib/auth/password-input')).changePasswordInput);

/** `next` is loaded anew once the password is changed: this page was asked for by a session that has ended. */
export function PasswordForm({ email, next }: { email: string; next: string }) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<z.infer<typeof changePasswordInput>>({
    resolver,
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await changeOwnPassword(input);
    if (result.ok) {
      setLeaving(true);
      return window.location.assign(next);
    }
    if (result.reason === 'weak') return setError('password', { message: result.message }, { shouldFocus: true });
    if (result.reason === 'wrong_password')
      return setError('current', { message: 'This is not your present password.' }, { shouldFocus: true });
    if (result.reason === 'too_many')
      return setError('current', { message: `Too many wrong ones. Try again ${inMinutes(result.wait)}.` });
    setError('root', { message: result.message });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-sm gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {/* For password managers: whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Present password" error={errors.current?.message}>
        {(field) => <PasswordInput {...field} {...register('current')} autoComplete="current-password" />}
      </Field>
      <Field
        label="New password"
        hint="At least 12 characters. Several words that do not belong together are easy to keep in mind."
        error={errors.password?.message}
      >
        {(field) => <PasswordInput {...field} {...register('password')} autoComplete="new-password" />}
      </Field>
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting || leaving}>
          Change password
        </Button>
      </div>
    </form>
  );
}
