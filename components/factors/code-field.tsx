import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field, TextInput } from '@/components/ui/field';

interface CodeFieldProps {
  label: string;
  hint: string;
  register: UseFormRegisterReturn;
  error: string | undefined;
}

/** The six digits of an app: phones offer the digits, and whoever fills in codes finds the field. */
export const CodeField = ({ label, hint, register, error }: CodeFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(field) => (
      <TextInput
        {...field}
        {...register}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        className="max-w-40 text-lg! tracking-widest tabular-nums"
        required
      />
    )}
  </Field>
);
