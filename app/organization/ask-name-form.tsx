'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { askNameInput } from '@/lib/applications/ask-name-input';
import { ask } from './actions';

const refusals = {
  same: 'This is the name you have.',
  name_taken: 'Another partner has this name. Choose one that customers can tell apart.',
};

/** Asks support for another name. */
export function AskNameForm() {
  const ready = useHydrated();
  const router = useRouter();
  const { register, handleSubmit, setError, reset, formState } = useForm<
    z.input<typeof askNameInput>,
    unknown,
    z.output<typeof askNameInput>
  >({ resolver: zodResolver(askNameInput), defaultValues: { name: '', note: '' } });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty);
  const submit = handleSubmit(async (input) => {
    const result = await ask(input);
    if (result.ok || result.reason === 'already_asked') {
      reset();
      // The form is about to go.
      document.getElementById('main')?.focus();
      return router.refresh();
    }
    if (result.reason !== 'error') return setError('name', { message: refusals[result.reason] }, { shouldFocus: true });
    const { fields, message } = result;
    if (fields.name) setError('name', { message: fields.name }, { shouldFocus: true });
    if (fields.note) setError('note', { message: fields.note }, { shouldFocus: true });
    if (!fields.name && !fields.note) setError('root', { message });
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-4">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field label="New name" error={errors.name?.message}>
        {(field) => <TextInput {...field} {...register('name')} autoComplete="organization" required />}
      </Field>
      <Field label="Why" hint="Support reads it. At most 500 characters." error={errors.note?.message}>
        {(field) => <TextArea {...field} {...register('note')} autoComplete="off" required />}
      </Field>
      <div>
        <Button type="submit" variant="secondary" disabled={!ready} pending={isSubmitting}>
          Ask for this name
        </Button>
      </div>
    </form>
  );
}
