import type { UseFormRegisterReturn } from 'react-hook-form';
import { Checkbox } from '@/components/ui/checkbox';
import type { Scope } from '@/lib/auth/actor';
import { scopeNames } from '@/lib/clients/scope-names';

interface ScopeChoiceProps {
  /** What clients of the organization can have. */
  offered: readonly Scope[];
  /** Of a form that has its own state. */
  register?: UseFormRegisterReturn;
  chosen?: readonly Scope[];
  error?: string | undefined;
}

/** What the client may do: a box for each scope, with what it means. */
export const ScopeChoice = ({ offered, register, chosen, error }: ScopeChoiceProps) => (
  <fieldset className="grid gap-3">
    <legend className="mb-2 font-medium">What it may do</legend>
    {offered.map((scope) => (
      <Checkbox
        key={scope}
        name="scopes"
        {...register}
        value={scope}
        defaultChecked={chosen?.includes(scope)}
        label={scopeNames[scope].name}
        description={scopeNames[scope].means}
      />
    ))}
    {error && (
      <p role="alert" className="text-sm font-medium text-danger">
        {error}
      </p>
    )}
  </fieldset>
);
