'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { askPasswordInput } from '@/lib/auth/password-input';
import { inMinutes } from '@/lib/auth/wait-words';
import { paths } from '@/lib/paths';
import { askForPassword } from '../actions';

/** The same answer for an address that is known here and for one that is not. */
export function AskForm() {
  const ready = useHydrated();
  const [asked, setAsked] = useState<string>();
  const { register, handleSubmit, setError, formState } = useForm<z.infer<typeof askPasswordInput>>({
    resolver: zodResolver(askPasswordInput),
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await askForPassword(input);
    if (result.ok) return setAsked(input.email);
    const late = result.reason === 'too_many';
    setError('root', {
      message: late ? `Too many links were asked for from here. Try again ${inMinutes(result.wait)}.` : result.message,
    });
  });
  if (asked) {
    return (
      <div className="grid gap-4">
        <Alert tone="success" title="Look into your mail">
          If there is an account with the address <span className="wrap-anywhere">{asked}</span>, a link to set a new
          password is on its way there. It works once, for an hour.
        </Alert>
        <p className="text-muted">No mail? Look into the folder for junk, or check the address and ask again.</p>
        <a href={paths.signIn()} className={buttonClass({ variant: 'secondary' })}>
          Back to sign-in
        </a>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-muted">Enter the address you sign in with. We mail you a link to set a new password.</p>
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field label="Email" error={errors.email?.message}>
        {(field) => <TextInput {...field} {...register('email')} type="email" autoComplete="username" required />}
      </Field>
      <Button type="submit" disabled={!ready} pending={isSubmitting}>
        Mail me a link
      </Button>
      <a href={paths.signIn()} className={buttonClass({ variant: 'ghost' })}>
        Back to sign-in
      </a>
    </form>
  );
}
