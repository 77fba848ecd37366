'use client';

import { type ReactNode, useRef } from 'react';
import { RecoveryCodes } from '@/components/factors/recovery-codes';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

interface FactorDialogProps {
  /** On the button that opens the dialog. */
  label: string;
  title: string;
  /** On the button that sends the form among the children. */
  submit: string;
  form: string;
  danger?: boolean;
  pending: boolean;
  /** Recovery codes that came of it, at the one moment that they can be read. */
  codes: string[] | undefined;
  /** The codes were kept. */
  onKept: () => void;
  children: ReactNode;
}

/** A button, and a dialog with a form that changes how one signs in; recovery codes that come of it take the form's place. */
export function FactorDialog(given: FactorDialogProps) {
  const { label, title, submit, form, danger = false, pending, codes, onKept, children } = given;
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <>
      <Button variant={danger ? 'danger' : 'secondary'} size="sm" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={codes ? 'Your recovery codes' : title}
        onClose={() => codes && onKept()}
        actions={
          codes ? (
            <Button onClick={close}>I have kept them</Button>
          ) : (
            <>
              <Button variant="secondary" onClick={close}>
                Go back
              </Button>
              <Button type="submit" form={form} variant={danger ? 'danger' : 'primary'} pending={pending}>
                {submit}
              </Button>
            </>
          )
        }
      >
        {codes ? <RecoveryCodes codes={codes} /> : children}
      </Dialog>
    </>
  );
}
