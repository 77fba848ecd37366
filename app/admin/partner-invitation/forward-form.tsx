'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextArea } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { forwardAnswer } from '@/lib/consent/forward-request-input';
import { forward } from './actions';
import type { HeldLink } from './held-link';

/** Puts the request before the administrators, with a note or without; the page then says that it was done. */
export function ForwardForm({ link }: { link: HeldLink }) {
  const ready = useHydrated();
  const router = useRouter();
  const { register, handleSubmit, setError, formState } = useForm<
    z.input<typeof forwardAnswer>,
    unknown,
    z.output<typeof forwardAnswer>
  >({ resolver: zodResolver(forwardAnswer) });
  const { errors, isSubmitting, isSubmitSuccessful } = formState;
  const submit = handleSubmit(async (given) => {
    const answer = await forward(link, given);
    if (!answer.ok && answer.reason === 'error') return setError('root', { message: answer.message });
    // The form is about to go, whatever became of it.
    document.getElementById('main')?.focus();
    router.refresh();
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field
        label="Note"
        optional
        hint="They read it in a mail, with your name. Leave out links and addresses."
        error={errors.note?.message}
      >
        {(field) => <TextArea {...field} {...register('note')} autoComplete="off" />}
      </Field>
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting || isSubmitSuccessful}>
          Forward to administrators
        </Button>
      </div>
    </form>
  );
}
