'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { ActionFailure } from '@/app/act';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextInput } from '@/components/ui/field';

interface ChangeDialogProps {
  /** On the button that opens the dialog and on the one that does it. */
  label: string;
  title: string;
  field: string;
  hint: string;
  maxLength: number;
  run: (value: string) => Promise<{ ok: true; changed: number } | { ok: false; reason: string } | ActionFailure>;
  /** Told in the page once it is done. */
  onDone: (changed: number) => void;
}

/** Asks for one value for all chosen devices. The rule for it is the command's, whose sentence is shown. */
export function ChangeDialog({ label, title, field, hint, maxLength, run, onDone }: ChangeDialogProps) {
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const value = String(new FormData(event.currentTarget).get('value') ?? '');
    setBusy(true);
    setError(undefined);
    const result = await run(value);
    setBusy(false);
    if (result.ok) {
      dialog.current?.close();
      onDone(result.changed);
      return router.refresh();
    }
    if (!('message' in result)) return setError('None of these devices is registered any more. Reload the page.');
    setError(Object.values(result.fields)[0] ?? result.message);
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={title}
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Go back
            </Button>
            <Button type="submit" form={id} pending={busy}>
              {label}
            </Button>
          </>
        }
      >
        <form id={id} method="post" noValidate onSubmit={submit}>
          <Field label={field} hint={hint} error={error}>
            {(control) => <TextInput {...control} name="value" maxLength={maxLength} autoComplete="off" />}
          </Field>
        </form>
      </Dialog>
    </>
  );
}
