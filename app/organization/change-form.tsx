'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { OrganizationFields } from '@/components/tenants/organization-fields';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { organizationInput } from '@/lib/tenants/organization-input';
import { change } from './actions';

type Typed = z.input<typeof organizationInput>;

interface ChangeFormProps extends Typed {
  countries: readonly { code: string; name: string }[];
}

/** What a customer or the operator is called and where it is, as its administrator says it. */
export function ChangeForm({ organization, country, countries }: ChangeFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [said, setSaid] = useState<string>();
  const { register, handleSubmit, setError, reset, formState } = useForm<
    Typed,
    unknown,
    z.output<typeof organizationInput>
  >({ resolver: zodResolver(organizationInput), defaultValues: { organization, country } });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty);
  const submit = handleSubmit(async (input) => {
    setSaid(undefined);
    const result = await change(input);
    if (result.ok || result.reason === 'unchanged') {
      reset(input);
      setSaid(result.ok ? 'Saved.' : 'That is what it says already.');
      return router.refresh();
    }
    const { fields, message } = result;
    if (fields.organization) setError('organization', { message: fields.organization }, { shouldFocus: true });
    if (fields.country) setError('country', { message: fields.country }, { shouldFocus: true });
    if (!fields.organization && !fields.country) setError('root', { message });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {said && <Alert tone="success">{said}</Alert>}
      <OrganizationFields register={register} errors={errors} countries={countries} />
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Save
        </Button>
      </div>
    </form>
  );
}
