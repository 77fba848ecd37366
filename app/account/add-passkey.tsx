'use client';

import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Field, TextInput } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { PasswordInput } from '@/components/ui/password-input';
import type { passkeyForm } from '@/lib/factors/passkey-input';
import { addOne, newPasskeyOffer } from './factor-actions';
import { FactorDialog } from './factor-dialog';
import { type FactorResult, factorRefusal } from './factor-refusal';

type Typed = z.input<typeof passkeyForm>;

const notMade = 'No passkey was made: the dialog was closed, or this device has one for your account already.';

/** Has the browser make a passkey, and adds it. */
async function make({ name, current }: z.output<typeof passkeyForm>): Promise<FactorResult> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const offer = await newPasskeyOffer(current);
  if (!offer.ok) return offer;
  const { options, ticket } = offer;
  const response = await startRegistration({ optionsJSON: options }).catch(() => null);
  if (!response) return { ok: false, reason: 'not_made', message: notMade };
  return addOne({ name, ticket, response });
}

const resolver = lateResolver(async () => (await import('@/lib/factors/passkey-input')).passkeyForm);

/** A button, and a dialog that asks for a name and the present password before the browser's own. */
export function AddPasskey({ next }: { next: string }) {
  const id = useId();
  const [codes, setCodes] = useState<string[]>();
  const { register, handleSubmit, setError, formState } = useForm<Typed, unknown, z.output<typeof passkeyForm>>({
    resolver,
    defaultValues: { name: '', current: '' },
  });
  const { errors, isSubmitting } = formState;
  const [leaving, setLeaving] = useState(false);
  const leave = () => {
    setLeaving(true);
    window.location.assign(next);
  };
  const submit = handleSubmit(async (form) => {
    const result = await make(form);
    if (!result.ok) {
      const { field, message } = factorRefusal(result);
      return setError(field === 'current' ? 'current' : 'root', { message });
    }
    if (result.codes) return setCodes(result.codes);
    leave();
  });
  return (
    <FactorDialog
      label="Add a passkey"
      title="Add a passkey"
      submit="Add passkey"
      form={id}
      pending={isSubmitting || leaving}
      codes={codes}
      onKept={leave}
    >
      <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field
          label="Name of the passkey"
          hint="So that you know it again: Work laptop, Blue key."
          error={errors.name?.message}
        >
          {(field) => <TextInput {...field} {...register('name')} autoComplete="off" required />}
        </Field>
        <Field label="Present password" error={errors.current?.message}>
          {(field) => <PasswordInput {...field} {...register('current')} autoComplete="current-password" />}
        </Field>
      </form>
    </FactorDialog>
  );
}
