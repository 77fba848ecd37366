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
import { askLinkInput } from '@/lib/oem/ask-link-input';
import { ask } from './actions';

type Input = z.input<typeof askLinkInput>;

const refusals = {
  already_asked: 'Somebody of your organization has asked meanwhile.',
  already_issued: 'Support has issued your link meanwhile.',
};

/** What an OEM says about itself; who signs in is who to talk to, until something else is typed. */
export function AskForm(contact: Pick<Input, 'contactName' | 'contactEmail'>) {
  const ready = useHydrated();
  const router = useRouter();
  const { register, handleSubmit, getValues, setError, formState } = useForm<
    Input,
    unknown,
    z.output<typeof askLinkInput>
  >({
    resolver: zodResolver(askLinkInput),
    defaultValues: { website: '', makes: '', note: '', ...contact },
  });
  const { errors, isSubmitting, isSubmitSuccessful, isDirty } = formState;
  useUnsavedChanges(isDirty && !isSubmitting && !isSubmitSuccessful);
  // What was typed is sent: the command reads it by the same schema.
  const submit = handleSubmit(async () => {
    const answer = await ask(getValues());
    if (!answer.ok && answer.reason === 'error') {
      for (const [field, message] of Object.entries(answer.fields)) setError(field as keyof Input, { message });
      return setError('root', { message: answer.message });
    }
    if (!answer.ok) setError('root', { message: refusals[answer.reason] });
    // The form is about to go, whatever became of it.
    document.getElementById('main')?.focus();
    router.refresh();
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-5">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <Field label="Website" hint="Where support can see your devices." error={errors.website?.message}>
        {(field) => <TextInput {...field} {...register('website')} autoComplete="off" inputMode="url" required />}
      </Field>
      <Field
        label="Manufacturer names"
        hint="As the firmware of your devices says them, one per line. These are what you register devices with."
        error={errors.makes?.message}
      >
        {(field) => <TextArea {...field} {...register('makes')} autoComplete="off" required />}
      </Field>
      <Field label="Contact name" hint="Who support can talk to about this." error={errors.contactName?.message}>
        {(field) => <TextInput {...field} {...register('contactName')} autoComplete="off" required />}
      </Field>
      <Field label="Contact email" error={errors.contactEmail?.message}>
        {(field) => <TextInput {...field} {...register('contactEmail')} type="email" autoComplete="off" required />}
      </Field>
      <Field label="Note" optional hint="Support reads it. At most 1,000 characters." error={errors.note?.message}>
        {(field) => <TextArea {...field} {...register('note')} autoComplete="off" />}
      </Field>
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Ask for the link
        </Button>
      </div>
    </form>
  );
}
