'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { CodeField } from '@/components/factors/code-field';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { inMinutes } from '@/lib/auth/wait-words';
import { codeInput } from '@/lib/factors/factor-input';
import { enterCode } from './actions';

const wrongCode =
  'This code is wrong or was used before. Each works once: wait for the next one, and check your device’s clock.';
const wrongRecovery = 'This code is wrong or was used before. Each works once.';
const tooLate = 'This took too long, or was done in another tab. Reload the page and begin again.';

interface CodeFormProps {
  onward: string;
  /** Whether there is an app to ask for a code; a passkey alone leaves the recovery codes. */
  app: boolean;
}

/** The second step by a code: of the app, or one for recovery. */
export function CodeForm({ onward, app }: CodeFormProps) {
  const ready = useHydrated();
  const [leaving, setLeaving] = useState(false);
  const [recovery, setRecovery] = useState(!app);
  const { register, handleSubmit, setError, reset, formState } = useForm<z.infer<typeof codeInput>>({
    resolver: zodResolver(codeInput),
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await enterCode(input);
    if (result.ok) {
      setLeaving(true);
      return window.location.assign(onward);
    }
    if (result.reason === 'wrong_code')
      return setError('code', { message: recovery ? wrongRecovery : wrongCode }, { shouldFocus: true });
    if (result.reason === 'too_many')
      return setError('code', { message: `Too many wrong codes. Try again ${inMinutes(result.wait)}.` });
    setError('root', { message: result.reason === 'begin_again' ? tooLate : result.message });
  });
  const swap = () => {
    setRecovery(!recovery);
    reset();
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {recovery ? (
        <Field
          label="Recovery code"
          hint="One of the codes that you kept when you set up your second factor: 16 characters."
          error={errors.code?.message}
        >
          {(field) => (
            <TextInput
              {...field}
              {...register('code')}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
          )}
        </Field>
      ) : (
        <CodeField
          label="Code"
          hint="The six digits that your authenticator app shows for Countersign."
          register={register('code')}
          error={errors.code?.message}
        />
      )}
      <Button type="submit" disabled={!ready} pending={isSubmitting || leaving}>
        Continue
      </Button>
      {app && (
        <div>
          <Button variant="ghost" size="sm" disabled={!ready} onClick={swap}>
            {recovery ? 'Use a code of the app' : 'Use a recovery code'}
          </Button>
        </div>
      )}
    </form>
  );
}
