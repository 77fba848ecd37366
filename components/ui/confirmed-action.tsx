'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from './alert';
import { AskDialog, type AskDialogProps } from './ask-dialog';

interface ConfirmedActionProps extends Pick<AskDialogProps, 'label' | 'variant' | 'question' | 'consequences'> {
  /** On the button that does nothing. */
  back?: string;
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

/** A button that does something once it was confirmed. */
export function ConfirmedAction(given: ConfirmedActionProps) {
  const { back = 'Keep it', done, run, already, next, onLeave, ...asked } = given;
  const router = useRouter();
  const [state, setState] = useState<'asking' | 'doing' | 'done'>('asking');
  const [failure, setFailure] = useState<string>();
  const act = async () => {
    setState('doing');
    setFailure(undefined);
    const result = await run();
    const over = result.ok || result.reason === already;
    if (!over) setFailure(('message' in result && result.message) || 'That did not work. Try again.');
    setState(over ? 'done' : 'asking');
  };
  const leave = () => {
    if (next) return router.push(next);
    onLeave?.();
    setState('asking');
    router.refresh();
  };
  return (
    <AskDialog
      {...asked}
      back={back}
      pending={state === 'doing'}
      done={state === 'done' ? done : null}
      onLeave={leave}
      act={act}
    >
      {failure && <Alert tone="danger">{failure}</Alert>}
    </AskDialog>
  );
}
