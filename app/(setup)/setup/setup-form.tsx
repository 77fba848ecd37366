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
import { type SetUpTyped, setUpInput } from '@/lib/setup/set-up-input';
import { setUp } from './actions';

interface SetupFormProps {
  link: string;
  countries: readonly { code: string; name: string }[];
}

const names = ['organization', 'domain', 'country', 'name', 'email', 'password'] as const;

/** The operator's organization and the account of whoever sets it up. */
export function SetupForm({ link, countries }: SetupFormProps) {
  const ready = useHydrated();
  const [done, setDone] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<SetUpTyped, unknown, z.output<typeof setUpInput>>({
    resolver: zodResolver(setUpInput),
    defaultValues: { organization: '', domain: '', country: '', name: '', email: '', password: '' },
  });
  const { errors, isSubmitting } = formState;
  // In the order of the page: of what is wrong the first gets the focus.
  for (const name of names) register(name);
  const wrong = (name: (typeof names)[number], message: string) => setError(name, { message }, { shouldFocus: true });
  const submit = handleSubmit(async (input) => {
    const result = await setUp(link, input);
    if (result.ok) return setDone(true);
    switch (result.reason) {
      case 'weak':
        return wrong('password', result.message);
      case 'domain_taken':
        return wrong('domain', 'Another organization has this domain.');
      case 'address_taken':
        return wrong('email', 'This address has an account already. Use another one.');
      case 'dead':
        return setError('root', { message: 'This link does not work any more. Reload the page to see why.' });
    }
    const fields = names.filter((name) => result.fields[name]);
    for (const name of fields) wrong(name, result.fields[name] ?? '');
    if (fields.length === 0) setError('root', { message: result.message });
  });
  if (done) {
    return (
      <div className="grid justify-items-start gap-4">
        <Alert tone="success" title="The portal is set up">
          Sign in with your address and the password you chose. Invite the people of support next.
        </Alert>
        <a href={paths.signIn()} className={buttonClass()}>
          Sign in
        </a>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <OrganizationFields register={register} errors={errors} countries={countries} />
      <Field label="Domain" hint="The one that addresses of your organization end with." error={errors.domain?.message}>
        {(field) => <TextInput {...field} {...register('domain')} autoComplete="off" required />}
      </Field>
      <Field label="Your name" error={errors.name?.message}>
        {(field) => <TextInput {...field} {...register('name')} autoComplete="name" required />}
      </Field>
      <Field label="Email" hint="You sign in with it." error={errors.email?.message}>
        {(field) => <TextInput {...field} {...register('email')} type="email" autoComplete="username" required />}
      </Field>
      <PasswordField register={register('password')} error={errors.password?.message} />
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Set up portal
        </Button>
      </div>
    </form>
  );
}
