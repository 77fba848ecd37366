'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import { purchaseProof, useProof } from '@/app/conflicts/use-proof';
import { sendForm } from '@/app/send-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { askWords } from '@/lib/conflicts/ask-input';
import { paths } from '@/lib/paths';

export function AskForm({ uploadId, row }: { uploadId: string; row: string }) {
  const router = useRouter();
  const ready = useHydrated();
  const proof = useProof(purchaseProof);
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(askWords),
    defaultValues: { orderReference: '', note: '' },
  });
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = formState;
  useUnsavedChanges((proof.file !== null || isDirty) && !isSubmitSuccessful);
  const submit = handleSubmit(async (words) => {
    const file = await proof.checked();
    if (!file) return setError('root', {});
    const form = new FormData();
    for (const [name, value] of Object.entries({ uploadId, row, ...words })) form.set(name, value);
    form.set('proof', file);
    const sent = await sendForm(paths.conflictsApi(), form);
    if (sent.ok) return router.push(sent.url);
    const { proof: aboutProof, orderReference, note } = sent.fields;
    if (aboutProof) proof.refuse(aboutProof);
    if (orderReference) setError('orderReference', { message: orderReference });
    if (note) setError('note', { message: note });
    setError('root', aboutProof || orderReference || note ? {} : { message: sent.message });
  });
  return (
    <Card title="Your proof">
      <form noValidate onSubmit={submit} className="grid gap-6">
        {proof.field}
        <Field
          label="Order reference"
          optional
          hint="A number that support can find on the proof."
          error={errors.orderReference?.message}
        >
          {(field) => <TextInput {...field} {...register('orderReference')} autoComplete="off" maxLength={100} />}
        </Field>
        <Field
          label="Note to support"
          optional
          hint="Only support reads it. At most 1,000 characters."
          error={errors.note?.message}
        >
          {(field) => <TextArea {...field} {...register('note')} autoComplete="off" />}
        </Field>
        {errors.root?.message && <Alert tone="danger">{errors.root.message}</Alert>}
        <Button type="submit" className="justify-self-start" disabled={!ready} pending={isSubmitting}>
          Ask for release
        </Button>
      </form>
    </Card>
  );
}
