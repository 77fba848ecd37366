'use client';

import { type ReactNode, useRef } from 'react';
import { Alert } from './alert';
import { Button } from './button';
import { Dialog } from './dialog';

export interface AskDialogProps {
  /** On the button that opens the dialog and on the one that does it: "End relationship". */
  label: string;
  /** What it looks like: most of what is asked about takes something away. */
  variant?: 'danger' | 'primary';
  /** Asked before: "End the relationship with Fabrikam?" */
  question: string;
  /** What happens then, one sentence each. */
  consequences: string[];
  /** On the button that does nothing. */
  back: string;
  pending: boolean;
  /** Null until it is done; then what was done. */
  done: string | null;
  /** The dialog was closed after it was done. The button that opened it may be about to go. */
  onLeave: () => void;
  /** What the button does: a call, or the form among the children that it sends. */
  act: (() => void) | { form: string };
  /** Below the consequences. */
  children: ReactNode;
}

/** A button, and a dialog that spells out what it would do before it does it, and says when it is done. */
export function AskDialog(given: AskDialogProps) {
  const { label, variant = 'danger', question, consequences, back, pending, done, onLeave, act, children } = given;
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = () => {
    if (done === null) return;
    // What held the focus is about to go.
    document.getElementById('main')?.focus();
    onLeave();
  };
  return (
    <>
      <Button variant={variant} size="sm" className="whitespace-normal!" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={question}
        onClose={leave}
        actions={
          <>
            <Button variant={done ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {done ? 'Close' : back}
            </Button>
            {done === null && (
              <Button
                {...(typeof act === 'function' ? { onClick: act } : { type: 'submit', form: act.form })}
                variant={variant}
                pending={pending}
              >
                {label}
              </Button>
            )}
          </>
        }
      >
        {done ? (
          <Alert tone="success">{done}</Alert>
        ) : (
          <div className="grid gap-4">
            <ul className="ml-5 grid list-disc gap-1">
              {consequences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            {children}
          </div>
        )}
      </Dialog>
    </>
  );
}
