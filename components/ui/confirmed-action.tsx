'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Alert } from './alert';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmedActionProps {
  /** On the button that opens the dialog and on the one that does it: "End relationship". */
  label: string;
  /** Asked before: "End the relationship with Fabrikam?" */
  question: string;
  /** What happens then, one sentence each. */
  consequences: string[];
  /** What was done, once it is. */
  done: string;
  /** The action already bound to what it acts on. A `reason` of `already` means that somebody else did it meanwhile. */
  run: () => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
  already: string;
  /** Where to go once it is done, when this page is about to be no more. */
  next?: string;
  /** Called when the dialog of something done is closed, where the action can be done again. */
  onLeave?: () => void;
}

/** A button, and a dialog that spells out what it would do before it does it. */
export function ConfirmedAction(given: ConfirmedActionProps) {
  const { label, question, consequences, done, run, already, next, onLeave } = given;
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<'asking' | 'doing' | 'done'>('asking');
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setState('doing');
    setFailure(undefined);
    const result = await run();
    const over = result.ok || result.reason === already;
    if (!over) setFailure(('message' in result && result.message) || 'That did not work. Try again.');
    setState(over ? 'done' : 'asking');
  };
  const leave = () => {
    if (state !== 'done') return;
    if (next) return router.push(next);
    // The row that held the focus is about to go.
    document.getElementById('main')?.focus();
    onLeave?.();
    setState('asking');
    router.refresh();
  };
  const over = state === 'done';
  return (
    <>
      <Button variant="danger" size="sm" className="whitespace-normal!" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={question}
        onClose={leave}
        actions={
          <>
            <Button variant={over ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {over ? 'Close' : 'Keep it'}
            </Button>
            {!over && (
              <Button variant="danger" pending={state === 'doing'} onClick={submit}>
                {label}
              </Button>
            )}
          </>
        }
      >
        {over ? (
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
