'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { OrganizationFields } from '@/components/tenants/organization-fields';
import { PasswordField } from '@/components/tenants/password-field';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { paths } from '@/lib/paths';
import { type SetUpOrganizationTyped, setUpOrganizationInput } from '@/lib/signups/sign-up-input';
import { setUp } from './actions';
import { AskedInstead } from './asked-instead';

interface SetUpFormProps {
  link: string;
  email: string;
  countries: readonly { code: string; name: string }[];
}

type Done = Extract<Awaited<ReturnType<typeof setUp>>, { ok: true }>;

const names = ['organization', 'country', 'name', 'password'] as const;
const deadNow = 'This link does not work any more. Reload the page to see why.';
const taken = 'This address has got an account meanwhile. Sign in with it; nothing was set up.';

/** The organization, and name and password of its first person. */
export function SetUpForm({ link, email, countries }: SetUpFormProps) {
  const ready = useHydrated();
  const [done, setDone] = useState<Done>();
  const { register, handleSubmit, setError, formState } = useForm<
    SetUpOrganizationTyped,
    unknown,
    z.output<typeof setUpOrganizationInput>
  >({
    resolver: zodResolver(setUpOrganizationInput),
    defaultValues: { organization: '', country: '', name: '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  // In the order of the page: of what is wrong the first gets the focus.
  for (const name of names) register(name);
  const wrong = (name: (typeof names)[number], message: string) => setError(name, { message }, { shouldFocus: true });
  const submit = handleSubmit(async (input) => {
    const result = await setUp(link, input);
    if (result.ok) return setDone(result);
    switch (result.reason) {
      case 'weak':
        return wrong('password', result.message);
      case 'dead':
        return setError('root', { message: deadNow });
      case 'address_taken':
        return setError('root', { message: taken });
    }
    const fields = names.filter((name) => result.fields[name]);
    for (const name of fields) wrong(name, result.fields[name] ?? '');
    if (fields.length === 0) setError('root', { message: result.message });
  });
  if (done?.became === 'set_up') {
    return (
      <div className="mt-6 grid justify-items-start gap-4">
        <Alert tone="success" title="Your organization is set up">
          Sign in with {email} and the password you chose. The request you came from is shown next.
        </Alert>
        <a href={paths.signIn(done.next)} className={buttonClass()}>
          Sign in
        </a>
      </div>
    );
  }
  if (done) {
    return (
      <div className="mt-6 grid gap-3">
        <AskedInstead {...done} />
        <p className="text-muted">Nothing of what you typed was kept.</p>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-6 grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {/* For password managers: the name that belongs to the password. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <OrganizationFields register={register} errors={errors} countries={countries} />
      <Field label="Your name" error={errors.name?.message}>
        {(field) => <TextInput {...field} {...register('name')} autoComplete="name" required />}
      </Field>
      <PasswordField register={register('password')} error={errors.password?.message} />
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Set up organization
        </Button>
      </div>
    </form>
  );
}
