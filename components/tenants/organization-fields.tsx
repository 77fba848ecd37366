import type { UseFormRegisterReturn } from 'react-hook-form';
import { Field, Select, TextInput } from '@/components/ui/field';

type Name = 'organization' | 'country';

interface OrganizationFieldsProps {
  /** Of a form whose schema has `organizationInput`. */
  register: (name: Name) => UseFormRegisterReturn;
  errors: { [name in Name]?: { message?: string } | undefined };
  countries: readonly { code: string; name: string }[];
}

/** What an organization is called, and where it is. */
export const OrganizationFields = ({ register, errors, countries }: OrganizationFieldsProps) => (
  <>
    <Field label="Organization" error={errors.organization?.message}>
      {(field) => <TextInput {...field} {...register('organization')} autoComplete="organization" required />}
    </Field>
    <Field label="Country" error={errors.country?.message}>
      {(field) => (
        <Select {...field} {...register('country')} autoComplete="country" required>
          <option value="">Choose a country</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  </>
);
