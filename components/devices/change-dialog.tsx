'use client';

import { useState } from 'react';
import { Field, Select, TextInput } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';

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
  const [error, setError] = useState<string>();
  const change = async (typed: FormData) => {
    const value = String(typed.get('value') ?? '');
    setError(undefined);
    const result = await run(value);
    if (result.ok) onDone(value, result.changed ?? 0);
    else if (!result.message) setError('None of these devices is registered any more. Reload the page.');
    else setError(Object.values(result.fields ?? {})[0] ?? result.message);
    return result.ok;
  };
  return (
    <FormDialog label={label} title={title} run={change}>
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
    </FormDialog>
  );
}
