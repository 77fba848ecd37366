'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { PasswordField } from '@/components/tenants/password-field';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { paths } from '@/lib/paths';
import { joinInput } from '@/lib/people/join-input';
import { join } from './actions';

type Typed = z.input<typeof joinInput>;

const deadNow = 'This link does not work any more. Reload the page to see why.';
const taken =
  'This address signs in to another organization already. Ask to be invited with another address; this link stays good.';

/** Name and password of an account to be. */
export function JoinForm({ link, name, email }: { link: string; name: string; email: string }) {
  const ready = useHydrated();
  const [done, setDone] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<Typed, unknown, z.output<typeof joinInput>>({
    resolver: zodResolver(joinInput),
    defaultValues: { name, password: '' },
  });
  const { errors, isSubmitting } = formState;
  // Before the password, which is below it: of what is wrong the first gets the focus.
  const typedName = register('name');
  const submit = handleSubmit(async (input) => {
    const result = await join(link, input);
    if (result.ok) return setDone(true);
    if (result.reason === 'weak') return setError('password', { message: result.message }, { shouldFocus: true });
    if (result.reason === 'dead') return setError('root', { message: deadNow });
    if (result.reason === 'address_taken') return setError('root', { message: taken });
    const { fields, message } = result;
    if (fields.name) setError('name', { message: fields.name }, { shouldFocus: true });
    if (fields.password) setError('password', { message: fields.password }, { shouldFocus: true });
    if (!fields.name && !fields.password) setError('root', { message });
  });
  if (done) {
    return (
      <div className="mt-6 grid justify-items-start gap-4">
        <Alert tone="success" title="Your account is ready">
          Sign in with {email} and the password you chose.
        </Alert>
        <a href={paths.signIn()} className={buttonClass()}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-6 grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {/* For password managers: the name that belongs to the password. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Your name" error={errors.name?.message}>
        {(field) => <TextInput {...field} {...typedName} autoComplete="name" required />}
      </Field>
      <PasswordField register={register('password')} error={errors.password?.message} />
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Set up account
        </Button>
      </div>
    </form>
  );
}
