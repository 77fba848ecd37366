'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { useHydrated } from '@/components/ui/use-hydrated';
import { acceptProviderInput } from '@/lib/partners/decision-input';
import { authorize, decline } from './actions';

const formInput = acceptProviderInput.pick({ yes: true });

interface DecisionFormProps {
  provider: string;
  reseller: string;
  link: string;
  /** Hash of what this page shows. */
  shown: string;
}

/** Whatever the answer, the page is loaded again: it shows what is true now. */
export function DecisionForm({ provider, reseller, link, shown }: DecisionFormProps) {
  const router = useRouter();
  const ready = useHydrated();
  const [declining, setDeclining] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm<z.input<typeof formInput>>({
    resolver: zodResolver(formInput),
  });
  const { errors, isSubmitting } = formState;
  const answer = async (given: Awaited<ReturnType<typeof authorize> | ReturnType<typeof decline>>) => {
    if (!given.ok && given.reason === 'error') return setError('root', { message: given.message });
    if (!given.ok && given.reason === 'changed') {
      reset();
      setError('root', { message: 'What you would authorize changed meanwhile. Read it again, then decide.' });
    }
    router.refresh();
  };
  return (
    <form
      noValidate
      onSubmit={handleSubmit(async ({ yes }) => answer(await authorize(link, { shown, yes })))}
      className="grid gap-4"
    >
      {errors.root && <Alert tone="warning">{errors.root.message}</Alert>}
      <Checkbox
        {...register('yes')}
        label="Yes"
        aria-invalid={errors.yes ? true : undefined}
        description={
          <>
            I have read this and authorize {provider} for {reseller}.
            {errors.yes && (
              <span role="alert" className="mt-1 block font-medium text-danger">
                {errors.yes.message}
              </span>
            )}
          </>
        }
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Authorize provider
        </Button>
        <Button
          variant="secondary"
          disabled={!ready}
          pending={declining}
          onClick={async () => {
            setDeclining(true);
            reset();
            await answer(await decline(link));
            setDeclining(false);
          }}
        >
          Decline
        </Button>
      </div>
    </form>
  );
}
