'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Field, TextInput } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import type { Subscription } from '@/lib/webhooks/events';
import { change } from '../actions';
import { EventChoice } from '../event-choice';

interface ChangeEndpointProps {
  endpointId: string;
  url: string;
  chosen: readonly Subscription[];
}

/** Changes where events go and which, from the next attempt on. */
export function ChangeEndpoint({ endpointId, url, chosen }: ChangeEndpointProps) {
  const [wrong, setWrong] = useState<{ message: string; fields: Record<string, string> }>();
  const run = async (typed: FormData) => {
    const events = typed.getAll('events') as Subscription[];
    const result = await change(endpointId, { url: String(typed.get('url')), events });
    setWrong(result.ok ? undefined : result);
    return result.ok;
  };
  const inField = wrong && (wrong.fields.url || wrong.fields.events);
  return (
    <FormDialog label="Change" title="Change the webhook" submit="Change webhook" run={run}>
      {wrong && !inField && <Alert tone="danger">{wrong.message}</Alert>}
      <Field label="URL" error={wrong?.fields.url}>
        {(field) => <TextInput {...field} name="url" type="url" defaultValue={url} autoComplete="off" required />}
      </Field>
      <EventChoice chosen={chosen} error={wrong?.fields.events} />
    </FormDialog>
  );
}
