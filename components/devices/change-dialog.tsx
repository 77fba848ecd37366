'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, TextInput } from '@/components/ui/field';

type Answer =
  | { ok: true; changed?: number }
  | { ok: false; reason: string; message?: string; fields?: Record<string, string> };

interface ChangeDialogProps {
  /** On the button that opens the dialog and on the one that does it. */
  label: string;
  title: string;
  field: string;
  hint: string;
  maxLength?: number;
  /** What there is to choose from, where it is not typed. */
  options?: { value: string; label: string }[];
  run: (value: string) => Promise<Answer>;
  /** Told in the page once it is done: the value, and how many devices it was. */
  onDone: (value: string, changed: number) => void;
}

/** Asks for one value for all chosen devices. The rule for it is the command's, whose sentence is shown. */
export function ChangeDialog({ label, title, field, hint, maxLength, options, run, onDone }: ChangeDialogProps) {
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
      onDone(value, result.changed ?? 0);
      return router.refresh();
    }
    if (!result.message) return setError('None of these devices is registered any more. Reload the page.');
    setError(Object.values(result.fields ?? {})[0] ?? result.message);
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
            {(control) =>
              options ? (
                <Select {...control} name="value">
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </Select>
              ) : (
                <TextInput {...control} name="value" maxLength={maxLength} autoComplete="off" />
              )
            }
          </Field>
        </form>
      </Dialog>
    </>
  );
}
