'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface EndLinkProps {
  linkId: string;
  /** Asked before: "End the authorization of Northwind?" */
  question: string;
  /** What happens then, one sentence each. */
  consequences: string[];
  /** What was done, once it is. */
  done: string;
  end: (linkId: string) => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
}

/** A button, and a dialog that spells out what it would do before it does it. */
export function EndLink({ linkId, question, consequences, done, end }: EndLinkProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'ending' | 'ended'>('asking');
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setState('ending');
    setFailure(undefined);
    const result = await end(linkId);
    const over = result.ok || result.reason === 'already_ended';
    if (!over) setFailure(('message' in result && result.message) || 'It could not be ended. Try again.');
    setState(over ? 'ended' : 'asking');
  };
  const leave = () => {
    if (state !== 'ended') return;
    // The row that held the focus is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  const ended = state === 'ended';
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => dialog.current?.showModal()}>
        End authorization
      </Button>
      <Dialog
        ref={dialog}
        title={question}
        onClose={leave}
        actions={
          <>
            <Button variant={ended ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {ended ? 'Close' : 'Keep it'}
            </Button>
            {!ended && (
              <Button variant="danger" pending={state === 'ending'} onClick={submit}>
                End authorization
              </Button>
            )}
          </>
        }
      >
        {ended ? (
          <Alert tone="success">{done}</Alert>
        ) : (
          <div className="grid gap-4">
            <ul className="ml-5 grid list-disc gap-1">
              {consequences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {failure && <Alert tone="danger">{failure}</Alert>}
          </div>
        )}
      </Dialog>
    </>
  );
}
