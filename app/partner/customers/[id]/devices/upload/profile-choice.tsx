import type { ComponentProps } from 'react';
import { Field, Select } from '@/components/ui/field';

export interface ProfileOffer {
  choices: { id: string; name: string }[];
  /** Preselected. */
  defaultId: string | null;
}

interface ProfileChoiceProps {
  offer: ProfileOffer;
  field: ComponentProps<'select'>;
  error: string | undefined;
}

/** The profile of what is registered. Who is not asked registers with the default. */
export const ProfileChoice = ({ offer: { choices, defaultId }, field, error }: ProfileChoiceProps) => (
  <Field label="Profile to apply" hint="For every device that this upload registers." error={error}>
    {(control) => (
      <Select {...control} {...field}>
        <option value="none">No profile</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
            {id === defaultId && ' (default)'}
          </option>
        ))}
      </Select>
    )}
  </Field>
);
