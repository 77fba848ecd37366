'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from './alert';
import { AskDialog, type AskDialogProps } from './ask-dialog';
import { Field, TextArea } from './field';

interface ReasonedActionProps extends Pick<AskDialogProps, 'label' | 'question' | 'consequences'> {
  field: { label: string; hint: string };
  /** The rule for what is typed, which the command has too. */
  schema: z.ZodType<{ reason: string }, { reason?: string }>;
  /** What was done, once it is. */
  done: string;
  run: (reason: string) => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
  /** A sentence for each outcome that is not ok. */
  refusals: Record<string, string>;
}

/** A button that does something once somebody said why. */
export function ReasonedAction(given: ReasonedActionProps) {
  const { field, schema, done, run, refusals, ...asked } = given;
  const id = useId();
  const router = useRouter();
  const [over, setOver] = useState(false);
  const { register, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { reason: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async ({ reason }) => {
    const result = await run(reason);
    if (result.ok) return setOver(true);
    const message = refusals[result.reason] ?? result.message ?? 'That did not work. Try again.';
    setError('root', { message });
  });
  const leave = () => {
    setOver(false);
    reset();
    router.refresh();
  };
  return (
    <AskDialog
      {...asked}
      back="Go back"
      pending={isSubmitting}
      done={over ? done : null}
      onLeave={leave}
      act={{ form: id }}
    >
      <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
        <Field label={field.label} hint={field.hint} error={errors.reason?.message}>
          {(control) => <TextArea {...control} {...register('reason')} autoComplete="off" required />}
        </Field>
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      </form>
    </AskDialog>
  );
}
