import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field, TextInput } from '@/components/ui/field';

interface PasswordFieldProps {
  register: UseFormRegisterReturn;
  error: string | undefined;
}

/** The password of an account to be. */
export const PasswordField = ({ register, error }: PasswordFieldProps) => (
  <Field
    label="Password"
    hint="12 to 128 characters. Several words that do not belong together are easy to remember."
    error={error}
  >
    {(field) => <TextInput {...field} {...register} type="password" autoComplete="new-password" required />}
  </Field>
);
