'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Scope } from '@/lib/auth/actor';
import { change } from './actions';
import { ScopeChoice } from './scope-choice';

/** Changes what a client may do, from its next call on. */
export function ChangeScopes({ clientId, name, chosen }: { clientId: string; name: string; chosen: readonly Scope[] }) {
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const scopes = new FormData(event.currentTarget).getAll('scopes') as Scope[];
    setBusy(true);
    const result = await change(clientId, scopes);
    setBusy(false);
    setError(result.ok ? undefined : (result.fields.scopes ?? result.message));
    if (!result.ok) return;
    dialog.current?.close();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Change scopes
      </Button>
      <Dialog
        ref={dialog}
        title={`Change what ${name} may do`}
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Go back
            </Button>
            <Button type="submit" form={id} pending={busy}>
              Change scopes
            </Button>
          </>
        }
      >
        <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
          <p className="text-muted">It counts from the client’s next call on, also for tokens that it holds.</p>
          <ScopeChoice chosen={chosen} error={error} />
        </form>
      </Dialog>
    </>
  );
}
