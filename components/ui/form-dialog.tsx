'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface FormDialogProps {
  /** On the button that opens the dialog. */
  label: string;
  title: string;
  /** On the button that sends the form, where it is not the same. */
  submit?: string;
  /** What is done with what was typed. True closes the dialog and brings the page up to date; the children say what is wrong. */
  run: (typed: FormData) => Promise<boolean>;
  children: ReactNode;
}

/** A button, and a dialog with a form whose rules are the command's. */
export function FormDialog({ label, title, submit = label, run, children }: FormDialogProps) {
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const over = await run(new FormData(event.currentTarget));
    setBusy(false);
    if (!over) return;
    dialog.current?.close();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <Dialog
        ref={dialog}
        title={title}
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Go back
            </Button>
            <Button type="submit" form={id} pending={busy}>
              {submit}
            </Button>
          </>
        }
      >
        <form id={id} method="post" noValidate onSubmit={send} className="grid gap-4">
          {children}
        </form>
      </Dialog>
    </>
  );
}
