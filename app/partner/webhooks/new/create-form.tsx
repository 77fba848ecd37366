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
import { paths } from '@/lib/paths';
import { endpointInput } from '@/lib/webhooks/endpoint-input';
import { subscriptions } from '@/lib/webhooks/events';
import { create } from '../actions';
import { EventChoice } from '../event-choice';

type Said = z.input<typeof endpointInput>;

const refusals: Record<string, string> = {
  already_made: 'It was added by an earlier click. Find it in the list, and make a new secret for it.',
  too_many: 'An organization has at most ten webhooks. Remove one first.',
  no_api: 'Indirect resellers have no webhooks.',
};

export function CreateForm() {
  const ready = useHydrated();
  // Each form has an id, so that sending it twice is one webhook.
  const [id] = useState(uuidv7);
  const [secret, setSecret] = useState<string>();
  const { register, handleSubmit, setError, formState } = useForm<Said, unknown, z.output<typeof endpointInput>>({
    resolver: zodResolver(endpointInput),
    defaultValues: { url: '', events: [...subscriptions] },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (input) => {
    const result = await create({ ...input, id });
    if (result.ok) return setSecret(result.secret);
    if (!('message' in result)) return setError('root', { message: refusals[result.reason] });
    if (result.fields.url) setError('url', { message: result.fields.url }, { shouldFocus: true });
    else setError('root', { message: result.message });
  });
  if (secret) {
    return (
      <Card title="Webhook added">
        <ShownOnce secret={secret} />
        <div className="mt-6">
          <a href={paths.webhook(id)} className={buttonClass()}>
            I have copied it
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
          label="URL"
          hint="It begins with https:// and leads to a machine on the public internet, at port 443 or 8443."
          error={errors.url?.message}
        >
          {(field) => (
            <TextInput
              {...field}
              {...register('url')}
              type="url"
              placeholder="https://example.com/events"
              autoComplete="off"
              required
            />
          )}
        </Field>
        <EventChoice register={register('events')} error={errors.events?.message} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            Add webhook
          </Button>
          <a href={paths.webhooks()} className={buttonClass({ variant: 'secondary' })}>
            Back to webhooks
          </a>
        </div>
      </form>
    </Card>
  );
}
