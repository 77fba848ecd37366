'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Role } from '@/lib/auth/actor';
import type { ShownPerson } from '@/lib/people/queries';
import { change, propose } from './actions';
import { refusals } from './refusals';
import { RoleChoice } from './role-choice';

type Outcome = 'changed' | 'proposed';

/** Changes a person's roles; where the operator needs a second person for it, proposes the change instead. */
export function ChangeRoles({ person }: { person: ShownPerson }) {
  const { id, name, kind, roles } = person;
  // Whether a partner's person is global administrator, their directory says.
  const mayGiveChief = person.mayGiveChief && (!person.byDirectory || kind === 'operator');
  const form = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<Outcome>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const kept = roles.filter((role) => !mayGiveChief && person.mayGiveChief && role === 'global_admin');
    const chosen = [...kept, ...(new FormData(event.currentTarget).getAll('roles') as Role[])];
    setBusy(true);
    const changed = await change({ userId: id, roles: chosen });
    const second = !changed.ok && changed.reason === 'second_person_needed';
    const result = second ? await propose({ userId: id, roles: chosen }) : changed;
    setBusy(false);
    if (result.ok) {
      setError(undefined);
      return setDone(second ? 'proposed' : 'changed');
    }
    setError(('fields' in result && result.fields.roles) || refusals(result));
  };
  const leave = () => {
    setError(undefined);
    if (!done) return;
    setDone(undefined);
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Change roles
      </Button>
      <Dialog
        ref={dialog}
        title={`Change the roles of ${name}`}
        onClose={leave}
        actions={
          <>
            <Button variant={done ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {done ? 'Close' : 'Go back'}
            </Button>
            {!done && (
              <Button type="submit" form={form} pending={busy}>
                Change roles
              </Button>
            )}
          </>
        }
      >
        {done === 'changed' && <Alert tone="success">The roles are changed. {name} has to sign in again.</Alert>}
        {done === 'proposed' && (
          <Alert tone="info" title="Waiting for a second person">
            Another support administrator has to confirm it. We told them; until then nothing changes.
          </Alert>
        )}
        {!done && (
          <form id={form} method="post" noValidate onSubmit={submit} className="grid gap-4">
            <p className="text-muted">Every session of this person ends, and the new roles count from then on.</p>
            <RoleChoice kind={kind} mayGiveChief={mayGiveChief} chosen={roles} error={error} />
          </form>
        )}
      </Dialog>
    </>
  );
}
