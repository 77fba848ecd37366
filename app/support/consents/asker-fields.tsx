import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { Field, Select, TextInput } from '@/components/ui/field';
import { askedHow, askedHowNames } from '@/lib/support/asked-how';

interface Asked {
  how: string;
  askerName: string;
  askerMail: string;
}

interface AskerFieldsProps {
  register: UseFormRegister<Asked>;
  errors: FieldErrors<Asked>;
}

/** Who asked support for something, and how. */
export const AskerFields = ({ register, errors }: AskerFieldsProps) => (
  <>
    <Field label="How support was asked" error={errors.how?.message}>
      {(control) => (
        <Select {...control} {...register('how')}>
          <option value="">Choose</option>
          {askedHow
            .filter((how) => how !== 'portal')
            .map((how) => (
              <option key={how} value={how}>
                {askedHowNames[how]}
              </option>
            ))}
        </Select>
      )}
    </Field>
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Who asked" hint="Leave it empty if nobody did." error={errors.askerName?.message}>
        {(control) => <TextInput {...control} {...register('askerName')} autoComplete="off" maxLength={100} />}
      </Field>
      <Field label="Their mail address" optional error={errors.askerMail?.message}>
        {(control) => (
          <TextInput {...control} {...register('askerMail')} type="email" autoComplete="off" maxLength={254} />
        )}
      </Field>
    </div>
  </>
);
