'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import type { HeldLink } from '@/app/admin/partner-invitation/held-link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { inMinutes } from '@/lib/auth/wait-words';
import { signUpAnswer } from '@/lib/signups/sign-up-input';
import { askForWayIn } from '../actions';

type Refused = Exclude<Awaited<ReturnType<typeof askForWayIn>>, { ok: true }>;

function sentenceOf(refused: Refused): string {
  if (refused.reason === 'too_many')
    return `Too many links were asked for from here. Try again ${inMinutes(refused.wait)}.`;
  if (refused.reason === 'dead') return 'This link does not work any more. Reload the page to see why.';
  return refused.message;
}

/** Who holds the link says their address; the same answer for every address, whatever is known of it. */
export function AskForm({ link }: { link: HeldLink }) {
  const ready = useHydrated();
  const [sentTo, setSentTo] = useState<string>();
  const { register, handleSubmit, setError, reset, formState } = useForm<z.input<typeof signUpAnswer>>({
    resolver: zodResolver(signUpAnswer),
    defaultValues: { email: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await askForWayIn(link, input);
    if (result.ok) return setSentTo(input.email);
    const wrong = result.reason === 'error' && result.fields.email;
    if (wrong) return setError('email', { message: wrong }, { shouldFocus: true });
    setError('root', { message: sentenceOf(result) });
  });
  if (sentTo) {
    return (
      <div className="grid justify-items-start gap-3">
        <Alert tone="success" title="Look into your mail">
          If mail reaches <span className="wrap-anywhere">{sentTo}</span>, ours is on its way there. It says what you
          can do now; you can open it in any browser.
        </Alert>
        <p className="text-muted">No mail? Look into the folder for junk, or check the address.</p>
        <Button
          variant="secondary"
          onClick={() => {
            reset();
            setSentTo(undefined);
          }}
        >
          Enter another address
        </Button>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field
        label="Work email"
        hint="Your address at the organization that was asked. Its domain says which organization that is."
        error={errors.email?.message}
      >
        {(field) => <TextInput {...field} {...register('email')} type="email" autoComplete="email" required />}
      </Field>
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Send me a link
        </Button>
      </div>
    </form>
  );
}
