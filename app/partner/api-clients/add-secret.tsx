'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { addOne } from './actions';
import { ShownOnce } from './shown-once';

/** Makes the second secret and shows it, the one time that it can be read. */
export function AddSecret({ clientId, name }: { clientId: string; name: string }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const add = async () => {
    setPending(true);
    const result = await addOne(clientId);
    setPending(false);
    if (result.ok) setSecret(result.secret);
    else setFailure('message' in result ? result.message : 'It has two secrets already. Remove one of them first.');
  };
  const leave = () => {
    if (!secret) return;
    // The button that held the focus is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Add a second secret
      </Button>
      <Dialog
        ref={dialog}
        title={secret ? `The second secret of ${name}` : `Add a second secret to ${name}?`}
        onClose={leave}
        actions={
          <>
            <Button variant={secret ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {secret ? 'Close' : 'Go back'}
            </Button>
            {!secret && (
              <Button pending={pending} onClick={add}>
                Add a second secret
              </Button>
            )}
          </>
        }
      >
        {secret ? (
          <ShownOnce secret={secret} />
        ) : (
          <div className="grid gap-4">
            <ul className="ml-5 grid list-disc gap-1">
              <li>Both secrets work, so that nothing stops while you move your programs to the new one.</li>
              <li>Remove the old one once nothing uses it any more.</li>
            </ul>
            {failure && <Alert tone="danger">{failure}</Alert>}
          </div>
        )}
      </Dialog>
    </>
  );
}
