'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ShownOnce } from '@/app/partner/api-clients/shown-once';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { rotate } from '../actions';

/** Replaces the secret and shows the new one, the one time that it can be read. */
export function RotateSecret({ endpointId }: { endpointId: string }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const make = async () => {
    setPending(true);
    const result = await rotate(endpointId);
    setPending(false);
    if (result.ok) setSecret(result.secret);
    else setFailure(result.message);
  };
  const leave = () => {
    if (!secret) return;
    setSecret(undefined);
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        New secret
      </Button>
      <Dialog
        ref={dialog}
        title={secret ? 'The new secret' : 'Make a new secret?'}
        onClose={leave}
        actions={
          <>
            <Button variant={secret ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {secret ? 'Close' : 'Go back'}
            </Button>
            {!secret && (
              <Button pending={pending} onClick={make}>
                Make a new secret
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
              <li>
                For a day events are signed with both secrets, so that nothing is lost while your program changes over.
              </li>
              <li>If this is the second new secret within a day, the oldest stops at once.</li>
            </ul>
            {failure && <Alert tone="danger">{failure}</Alert>}
          </div>
        )}
      </Dialog>
    </>
  );
}
