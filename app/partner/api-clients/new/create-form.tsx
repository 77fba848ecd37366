'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { ShownOnce } from '@/components/clients/shown-once';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { Scope } from '@/lib/auth/actor';
import { clientInput } from '@/lib/clients/client-input';
import { paths } from '@/lib/paths';
import { create } from '../actions';
import { ScopeChoice } from '../scope-choice';

type Typed = z.input<typeof clientInput>;

const refusals: Record<string, string> = {
  already_made: 'It was made by an earlier click. Find it in the list, and add a second secret to it.',
  no_api: 'Indirect resellers have no API.',
};

export function CreateForm({ offered }: { offered: readonly Scope[] }) {
  const ready = useHydrated();
  // Each form has an id, so that sending it twice is one client.
  const [id] = useState(uuidv7);
  const [made, setMade] = useState<{ clientId: string; secret: string }>();
  const { register, handleSubmit, setError, formState } = useForm<Typed, unknown, z.output<typeof clientInput>>({
    resolver: zodResolver(clientInput),
    defaultValues: { name: '', scopes: offered.slice(0, 1) },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await create({ ...input, id });
    if (result.ok) return setMade(result);
    setError('root', { message: 'message' in result ? result.message : refusals[result.reason] });
  });
  if (made) {
    return (
      <Card title="API client created">
        <ShownOnce {...made} />
        <div className="mt-6 flex flex-wrap gap-3">
          <a href={paths.apiClients()} className={buttonClass()}>
            I have copied it
          </a>
          <a href={paths.developers()} className={buttonClass({ variant: 'secondary' })}>
            See how to use it
          </a>
        </div>
      </Card>
    );
  }
  return (
    <Card>
      <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-5">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field
          label="Name"
          hint="What the activity log calls it: the program, not the person."
          error={errors.name?.message}
        >
          {(field) => <TextInput {...field} {...register('name')} maxLength={50} autoComplete="off" required />}
        </Field>
        <ScopeChoice offered={offered} register={register('scopes')} error={errors.scopes?.message} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            Create API client
          </Button>
          <a href={paths.apiClients()} className={buttonClass({ variant: 'secondary' })}>
            Back to API clients
          </a>
        </div>
      </form>
    </Card>
  );
}
