'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { purchaseProof, useProof } from '@/app/conflicts/use-proof';
import { sendForm } from '@/app/send-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { paths } from '@/lib/paths';
import { surfaceWords } from '@/lib/support/surface-input';
import { surfaceModels } from '@/lib/support/surface-models';
import { SerialsField } from './serials-field';

type Typed = z.input<typeof surfaceWords>;
const names = ['customer', 'askedBy', 'model', 'serials', 'orderNumber', 'groupTag', 'reason'] as const;

const proofField = {
  ...purchaseProof,
  hint: 'The invoice or receipt that names these devices, as PDF or image, up to 5 MB. Support alone sees it.',
  missing: 'Choose the invoice or the receipt of these devices.',
};

/** Who the devices are for, who asked, which they are, and the proof that they were bought. */
export function SurfaceForm({ id }: { id: string }) {
  const router = useRouter();
  const ready = useHydrated();
  const proof = useProof(proofField);
  const form = useForm<Typed, unknown, z.output<typeof surfaceWords>>({
    resolver: zodResolver(surfaceWords),
    defaultValues: Object.fromEntries(names.map((name) => [name, ''])) as unknown as Typed,
  });
  const { register, handleSubmit, getValues, setError, formState } = form;
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = formState;
  useUnsavedChanges((proof.file !== null || isDirty) && !isSubmitSuccessful);
  const submit = handleSubmit(
    async () => {
      const file = await proof.checked();
      if (!file) return setError('root', {});
      const typed = getValues();
      const data = new FormData();
      data.set('id', id);
      for (const name of names) data.set(name, String(typed[name] ?? ''));
      data.set('proof', file);
      const sent = await sendForm(paths.surfaceApi(), data);
      if (sent.ok) return router.push(sent.url);
      if (sent.fields.proof) proof.refuse(sent.fields.proof);
      const faulty = names.filter((name) => sent.fields[name]);
      for (const name of faulty) setError(name, { message: sent.fields[name] });
      setError('root', sent.fields.proof || faulty.length > 0 ? {} : { message: sent.message });
    },
    // What is wrong with the file is said together with the rest.
    () => void proof.checked(),
  );
  const text = (
    name: Exclude<(typeof names)[number], 'serials' | 'reason'>,
    label: string,
    hint: string,
    optional = false,
  ) => (
    <Field label={label} hint={hint} optional={optional} error={errors[name]?.message}>
      {(control) => (
        <TextInput
          {...control}
          {...register(name)}
          list={name === 'model' ? 'surface-models' : undefined}
          autoComplete="off"
          maxLength={254}
        />
      )}
    </Field>
  );
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Card title="Who asks">
        <div className="grid gap-6">
          {text('customer', 'Customer', 'Its domain or tenant id, exactly.')}
          {text('askedBy', 'Who asked', 'The mail address of a global or Intune administrator of the customer.')}
        </div>
      </Card>
      <Card title="Which devices">
        <div className="grid gap-6">
          {text('model', 'Model', 'As the firmware says it. Choose one, or type another.')}
          <datalist id="surface-models">
            {surfaceModels.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
          <SerialsField form={form} />
          {proof.field}
          <div className="grid gap-6 sm:grid-cols-2">
            {text('orderNumber', 'Order number', 'As the proof has it.', true)}
            {text('groupTag', 'Group tag', 'For all of these devices.', true)}
          </div>
          <Field
            label="Reason"
            hint="The customer reads it in its activity log. At most 500 characters."
            error={errors.reason?.message}
          >
            {(control) => <TextArea {...control} {...register('reason')} autoComplete="off" />}
          </Field>
        </div>
      </Card>
      {errors.root?.message && <Alert tone="danger">{errors.root.message}</Alert>}
      <Button type="submit" className="justify-self-start" disabled={!ready} pending={isSubmitting}>
        Register devices
      </Button>
    </form>
  );
}
