'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextInput } from '@/components/ui/field';
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
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [wrong, setWrong] = useState<{ message: string; fields: Record<string, string> }>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const result = await change(endpointId, {
      url: String(form.get('url')),
      events: form.getAll('events') as Subscription[],
    });
    setBusy(false);
    setWrong(result.ok ? undefined : result);
    if (!result.ok) return;
    dialog.current?.close();
    router.refresh();
  };
  const inField = wrong && (wrong.fields.url || wrong.fields.events);
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Change
      </Button>
      <Dialog
        ref={dialog}
        title="Change the webhook"
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Go back
            </Button>
            <Button type="submit" form={id} pending={busy}>
              Change webhook
            </Button>
          </>
        }
      >
        <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
          {wrong && !inField && <Alert tone="danger">{wrong.message}</Alert>}
          <Field label="URL" error={wrong?.fields.url}>
            {(field) => <TextInput {...field} name="url" type="url" defaultValue={url} autoComplete="off" required />}
          </Field>
          <EventChoice chosen={chosen} error={wrong?.fields.events} />
        </form>
      </Dialog>
    </>
  );
}
