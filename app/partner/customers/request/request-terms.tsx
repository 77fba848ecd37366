import type { ComponentProps } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, Select } from '@/components/ui/field';
import { dapLabel, dapRoles } from '@/lib/consent/dap-roles';
import { expiryChoices } from '@/lib/consent/expiry-choices';

interface ProviderFieldProps extends ComponentProps<'select'> {
  providers: { id: string; name: string }[];
  error?: string;
}

/** Nothing to choose for whoever has one provider or none. */
export const ProviderField = ({ providers, error, ...select }: ProviderFieldProps) =>
  providers.length > 1 && (
    <Field label="Provider" error={error}>
      {(field) => (
        <Select {...field} {...select}>
          <option value="">Choose a provider</option>
          {providers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );

export const DapField = (input: ComponentProps<'input'>) => (
  <Checkbox
    {...input}
    label={dapLabel}
    description={`Asks for ${dapRoles.map(({ role, holders }) => `${role} for your ${holders}`).join(' and ')}. The customer can leave this out. Registering devices does not need it.`}
  />
);

interface ExpiryFieldProps extends ComponentProps<'select'> {
  error?: string;
}

export const ExpiryField = ({ error, ...select }: ExpiryFieldProps) => (
  <Field label="The link works for" error={error}>
    {(field) => (
      <Select {...field} {...select} className="max-w-40">
        {expiryChoices.map((days) => (
          <option key={days} value={days}>
            {days} days
          </option>
        ))}
      </Select>
    )}
  </Field>
);
