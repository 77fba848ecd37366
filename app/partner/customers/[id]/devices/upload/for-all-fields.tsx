import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import type { z } from 'zod';
import { Field, TextInput } from '@/components/ui/field';
import { longestGroupTag, longestOrderNumber } from '@/lib/devices/limits';
import type { uploadChoices } from '@/lib/devices/receive-input';

/** What is chosen beside the file. */
export type Choices = z.input<typeof uploadChoices>;

const fields = [
  { name: 'groupTag', label: 'Group tag', longest: longestGroupTag },
  { name: 'orderNumber', label: 'Order number', longest: longestOrderNumber },
] as const;

interface ForAllFieldsProps {
  register: UseFormRegister<Choices>;
  errors: FieldErrors<Choices>;
}

/** What every device gets whose row has none of its own. */
export function ForAllFields({ register, errors }: ForAllFieldsProps) {
  return fields.map(({ name, label, longest }) => (
    <Field
      key={name}
      label={label}
      hint="For every device whose row has none of its own."
      optional
      error={errors[name]?.message}
    >
      {(field) => <TextInput {...field} {...register(name)} autoComplete="off" maxLength={longest} />}
    </Field>
  ));
}
