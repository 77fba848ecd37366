'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from './alert';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field, TextArea } from './field';

interface ReasonedActionProps {
  /** On the button that opens the dialog and on the one that does it. */
  label: string;
  question: string;
  /** What happens then, one sentence each. */
  consequences: string[];
  field: { label: string; hint: string };
  /** The rule for what is typed, which the command has too. */
  schema: z.ZodType<{ reason: string }, { reason?: string }>;
  /** What was done, once it is. */
  done: string;
  run: (reason: string) => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
  /** A sentence for each outcome that is not ok. */
  refusals: Record<string, string>;
}

/** A button, and a dialog that spells out what it would do and asks why before it does it. */
export function ReasonedAction({
  label,
  question,
  consequences,
  field,
  schema,
  done,
  run,
  refusals,
}: ReasonedActionProps) {
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [over, setOver] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm({
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
    if (!over) return;
    // The button that held the focus is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  return (
    <>
      <Button variant="danger" size="sm" className="whitespace-normal!" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={question}
        onClose={leave}
        actions={
          <>
            <Button variant={over ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {over ? 'Close' : 'Go back'}
            </Button>
            {!over && (
              <Button type="submit" form={id} variant="danger" pending={isSubmitting}>
                {label}
              </Button>
            )}
          </>
        }
      >
        {over ? (
          <Alert tone="success">{done}</Alert>
        ) : (
          <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
            <ul className="ml-5 grid list-disc gap-1">
              {consequences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <Field label={field.label} hint={field.hint} error={errors.reason?.message}>
              {(control) => <TextArea {...control} {...register('reason')} autoComplete="off" required />}
            </Field>
            {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
          </form>
        )}
      </Dialog>
    </>
  );
}
