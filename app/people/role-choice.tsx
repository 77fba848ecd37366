'use client';

import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Alert } from '@/components/ui/alert';
import { Checkbox } from '@/components/ui/checkbox';
import type { Role, TenantKind } from '@/lib/auth/actor';
import { roleNames } from '@/lib/auth/role-names';
import { chiefRole, roleChoices } from '@/lib/people/role-choices';

interface RoleChoiceProps {
  kind: TenantKind;
  /** Whether the actor may give the role that answers for the organization. */
  mayGiveChief: boolean;
  /** Of a form that has its own state. */
  register?: UseFormRegisterReturn;
  chosen: readonly Role[];
  error?: string | undefined;
}

const warning = {
  partner: 'A global administrator can do everything here: people, API clients, and the end of relationships.',
  customer: 'A global administrator gives and ends consent for the whole organization, and manages everybody.',
  operator: 'A support administrator manages everybody of the operator, and sees what every organization does.',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A box for each role with what it means, fewest permissions first; the one that may everything warns. */
export function RoleChoice({ kind, mayGiveChief, register, chosen, error }: RoleChoiceProps) {
  const chief = chiefRole(kind);
  const [warned, setWarned] = useState(false);
  const given = roleChoices[kind].filter(({ role }) => mayGiveChief || role !== chief);
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium">Roles</legend>
      {given.map(({ role, means }) => (
        <Checkbox
          key={role}
          name="roles"
          {...register}
          onChange={(event) => {
            if (role === chief) setWarned(event.target.checked && !chosen.includes(chief));
            return register?.onChange(event);
          }}
          value={role}
          defaultChecked={chosen.includes(role)}
          label={capital(roleNames[role])}
          description={means}
        />
      ))}
      {warned && (
        <Alert tone="warning" title="This gives away every permission">
          {warning[kind]} Choose the role with the fewest permissions that is enough.
        </Alert>
      )}
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
