'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { start } from '@/app/viewing/actions';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, Select, TextArea, TextInput } from '@/components/ui/field';
import type { Role } from '@/lib/auth/actor';
import { viewingWords } from '@/lib/viewing/viewing-input';

interface ViewingFormProps {
  tenantId: string;
  /** Whose eyes there are, the first one chosen. */
  roles: { role: Role; label: string }[];
}

const refusals: Record<string, string> = {
  already_viewing: 'This browser shows you an organization already. End that first.',
  no_such_role: 'Nobody of this organization can have this role. Choose another.',
  own_organization: 'Your own organization you see with your own eyes.',
};

/** Whose eyes, for whom and why. */
export function ViewingForm({ tenantId, roles }: ViewingFormProps) {
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(viewingWords),
    defaultValues: { role: roles[0]?.role ?? 'user', askedBy: '', reason: '' },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (words) => {
    const result = await start({ tenantId, ...words });
    // A whole new page: every part of this one was made for other eyes.
    if (result.ok) return window.location.assign(result.home);
    const message = refusals[result.reason] ?? ('message' in result ? result.message : 'That did not work. Try again.');
    setError('root', { message });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl justify-items-start gap-4 *:w-full">
      <Field label="As" error={errors.role?.message}>
        {(field) => (
          <Select {...field} {...register('role')}>
            {roles.map(({ role, label }) => (
              <option key={role} value={role}>
                {label.charAt(0).toUpperCase() + label.slice(1)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="Who asked"
        hint="A name, and the number of the case where there is one."
        error={errors.askedBy?.message}
      >
        {(field) => <TextInput {...field} {...register('askedBy')} autoComplete="off" required />}
      </Field>
      <Field
        label="What for"
        hint="The organization reads it in its log. At most 500 characters."
        error={errors.reason?.message}
      >
        {(field) => <TextArea {...field} {...register('reason')} autoComplete="off" required />}
      </Field>
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Button type="submit" variant="secondary" pending={isSubmitting} className="w-auto!">
        See what they see
      </Button>
    </form>
  );
}
