import { useId } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { useFormats } from '#formats';
import { Field, TextArea } from '@/components/ui/field';
import { parseSerials, serialsAtMost } from '@/lib/support/parse-serials';
import type { surfaceWords } from '@/lib/support/surface-input';

interface SerialsFieldProps {
  form: UseFormReturn<z.input<typeof surfaceWords>, unknown, z.output<typeof surfaceWords>>;
}

/** Serial numbers, typed or pasted, or out of a CSV that is read here and can be looked at before it is sent. */
export function SerialsField({ form: { register, setValue, control, formState } }: SerialsFieldProps) {
  const { number } = useFormats();
  const id = useId();
  const count = parseSerials(useWatch({ control, name: 'serials' }) ?? '').length;
  const read = async (file: File | undefined) => {
    // Text alone: a thousand lines are far below this.
    if (file) setValue('serials', await file.slice(0, 1024 ** 2).text(), { shouldDirty: true, shouldValidate: true });
  };
  return (
    <div className="grid gap-3">
      <Field
        label="Serial numbers"
        hint={
          count > 0
            ? `${number(count)} serial ${count === 1 ? 'number' : 'numbers'} of at most ${number(serialsAtMost)}.`
            : `One a line, or the rows of a CSV. At most ${number(serialsAtMost)}.`
        }
        error={formState.errors.serials?.message}
      >
        {(field) => <TextArea {...field} {...register('serials')} rows={8} autoComplete="off" spellCheck={false} />}
      </Field>
      <div className="grid gap-1">
        <label htmlFor={id} className="text-sm font-medium">
          Read them from a CSV
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          className="max-w-full text-sm"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
    </div>
  );
}
