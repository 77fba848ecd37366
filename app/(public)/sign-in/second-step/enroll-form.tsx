'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { CodeField } from '@/components/factors/code-field';
import { RecoveryCodes } from '@/components/factors/recovery-codes';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { firstCodeInput } from '@/lib/factors/factor-input';
import { enroll } from './actions';

type Typed = z.input<typeof firstCodeInput>;

const refusals: Record<string, string> = {
  begin_again: 'This took too long, or was done in another tab. Reload the page and begin again.',
  offer_expired: 'The QR code above has run out. Reload the page for a new one.',
};

interface EnrollFormProps {
  onward: string;
  /** Null once it is done: whoever is signed in has nothing to set up here. */
  offer: string | null;
  /** How to set up the app. */
  children: ReactNode;
}

/** The first code of the app, and then the recovery codes, which are shown before anything else. */
export function EnrollForm({ onward, offer, children }: EnrollFormProps) {
  const ready = useHydrated();
  const [codes, setCodes] = useState<string[]>();
  const { register, handleSubmit, setError, formState } = useForm<Typed>({
    resolver: zodResolver(firstCodeInput),
    defaultValues: { code: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await enroll(offer ?? '', input);
    if (result.ok) return setCodes(result.codes);
    if (result.reason === 'wrong_code')
      return setError(
        'code',
        { message: 'This is not the code of this app. Check your device’s clock.' },
        { shouldFocus: true },
      );
    setError('root', { message: refusals[result.reason] ?? ('message' in result ? result.message : '') });
  });
  if (codes || offer === null) {
    return (
      <div className="grid gap-6">
        <Alert tone="success">You are signed in{codes ? ', and your second factor is set up' : ''}.</Alert>
        {codes && <RecoveryCodes codes={codes} />}
        <div>
          <a href={onward} className={buttonClass()}>
            {codes ? 'I have kept them: continue' : 'Continue'}
          </a>
        </div>
      </div>
    );
  }
  return (
    <>
      {children}
      <form method="post" noValidate onSubmit={submit} className="grid gap-4">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <CodeField
          label="Code"
          hint="It changes every half minute."
          register={register('code')}
          error={errors.code?.message}
        />
        <div>
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            Set up and sign in
          </Button>
        </div>
      </form>
    </>
  );
}
