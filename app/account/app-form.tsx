'use client';

import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { CodeField } from '@/components/factors/code-field';
import { RecoveryCodes } from '@/components/factors/recovery-codes';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { PasswordInput } from '@/components/ui/password-input';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { appFormInput } from './app-form-input';
import { setApp } from './factor-actions';
import { factorRefusal } from './factor-refusal';

interface AppFormProps {
  email: string;
  offer: string;
  /** The account page once it is done, loaded anew: this one was asked for by a session that has ended. */
  next: string;
  /** How to set up the app. */
  children: ReactNode;
}

const resolver = lateResolver(async () => (await import('./app-form-input')).appFormInput);

/** The first code of an app and the present password; then the recovery codes, for who has none yet. */
export function AppForm({ email, offer, next, children }: AppFormProps) {
  const ready = useHydrated();
  const [codes, setCodes] = useState<string[]>();
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<z.input<typeof appFormInput>>({
    resolver,
    defaultValues: { code: '', current: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await setApp({ ...input, offer });
    if (!result.ok) {
      const { field, message } = factorRefusal(result);
      return setError(field, { message }, { shouldFocus: field !== 'root' });
    }
    if (result.codes) return setCodes(result.codes);
    setLeaving(true);
    window.location.assign(next);
  });
  if (codes) {
    return (
      <div className="grid gap-6">
        <Alert tone="success">Your authenticator app is set up.</Alert>
        <RecoveryCodes codes={codes} />
        <div>
          <a href={next} className={buttonClass()}>
            I have kept them: continue
          </a>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-6">
      {children}
      <form method="post" noValidate onSubmit={submit} className="grid max-w-sm gap-4">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <CodeField
          label="Code"
          hint="It changes every half minute."
          register={register('code')}
          error={errors.code?.message}
        />
        {/* For password managers: whose password this is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Field label="Present password" error={errors.current?.message}>
          {(field) => <PasswordInput {...field} {...register('current')} autoComplete="current-password" />}
        </Field>
        <div>
          <Button type="submit" disabled={!ready} pending={isSubmitting || leaving}>
            Set up app
          </Button>
        </div>
      </form>
    </div>
  );
}
