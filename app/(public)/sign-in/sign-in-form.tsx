'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { DemoAccounts } from '@/lib/auth/demo-accounts';
import { signInInput } from '@/lib/auth/sign-in-input';
import { paths } from '@/lib/paths';
import { DemoList } from './demo-list';
import { type Credentials, postCredentials } from './post-credentials';

interface SignInFormProps {
  next: string | null;
  demo: DemoAccounts | null;
}

/** `next` was checked by the page; without one, the sign-in page sends a signed-in person to their own place. */
export function SignInForm({ next, demo }: SignInFormProps) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  // No default values: what was typed or filled in before this script ran stays.
  const { register, handleSubmit, setError, setValue, formState } = useForm<Credentials>({
    resolver: zodResolver(signInInput),
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (credentials) => {
    const failure = await postCredentials(credentials);
    if (failure) return setError('root', { message: failure });
    setLeaving(true);
    window.location.assign(next ?? paths.signIn());
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field label="Email" error={errors.email?.message}>
        {(field) => <TextInput {...field} {...register('email')} type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password" error={errors.password?.message}>
        {(field) => (
          <TextInput {...field} {...register('password')} type="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" disabled={!ready} pending={isSubmitting || leaving}>
        Sign in
      </Button>
      {demo && (
        <DemoList
          groups={demo.groups}
          onChoose={(email) => {
            setValue('email', email);
            setValue('password', demo.password);
          }}
        />
      )}
    </form>
  );
}
