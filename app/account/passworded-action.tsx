'use client';

import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { PasswordInput } from '@/components/ui/password-input';
import type { presentPassword } from '@/lib/factors/factor-input';
import { FactorDialog } from './factor-dialog';
import { type FactorResult, factorRefusal } from './factor-refusal';

interface PasswordedActionProps {
  label: string;
  /** Asked before: "Remove your authenticator app?" */
  question: string;
  /** What happens then, one sentence each. */
  consequences: string[];
  danger?: boolean;
  run: (current: string) => Promise<FactorResult>;
  /** The account page, which says that it is done; loaded anew, since the session behind this one has ended. */
  next: string;
}

const resolver = lateResolver(async () => (await import('@/lib/factors/factor-input')).presentPassword);

/** A button for what changes how one signs in: asks for the present password, and shows recovery codes that come of it. */
export function PasswordedAction({ label, question, consequences, danger, run, next }: PasswordedActionProps) {
  const id = useId();
  const [codes, setCodes] = useState<string[]>();
  const [leaving, setLeaving] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm<z.infer<typeof presentPassword>>({
    resolver,
    defaultValues: { current: '' },
  });
  const { errors, isSubmitting } = formState;
  const leave = () => {
    setLeaving(true);
    window.location.assign(next);
  };
  const submit = handleSubmit(async ({ current }) => {
    const result = await run(current);
    if (!result.ok) {
      const { field, message } = factorRefusal(result);
      return setError(field === 'current' ? 'current' : 'root', { message });
    }
    if (result.codes) return setCodes(result.codes);
    leave();
  });
  return (
    <FactorDialog
      label={label}
      title={question}
      submit={label}
      form={id}
      danger={danger}
      pending={isSubmitting || leaving}
      codes={codes}
      onKept={leave}
    >
      <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
        <ul className="ml-5 grid list-disc gap-1">
          {consequences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field label="Present password" error={errors.current?.message}>
          {(field) => <PasswordInput {...field} {...register('current')} autoComplete="current-password" />}
        </Field>
      </form>
    </FactorDialog>
  );
}
