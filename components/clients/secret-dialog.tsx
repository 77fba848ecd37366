'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ShownOnce } from './shown-once';

interface SecretDialogProps {
  /** On the page's button, and on the one that does it. */
  open: string;
  does: string;
  /** The dialog's title before, and once there is a secret. */
  question: string;
  made: string;
  /** What a person should know before. */
  children: ReactNode;
  make: () => Promise<{ secret: string } | { problem: string }>;
}

/** Makes a secret after a question, and shows it the one time that it can be read. */
export function SecretDialog({ open, does, question, made, children, make }: SecretDialogProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const begin = async () => {
    setPending(true);
    const result = await make();
    setPending(false);
    if ('secret' in result) setSecret(result.secret);
    else setProblem(result.problem);
  };
  const leave = () => {
    if (!secret) return;
    setSecret(undefined);
    // The button that held the focus may be about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <Dialog
        ref={dialog}
        title={secret ? made : question}
        onClose={leave}
        actions={
          <>
            <Button variant={secret ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {secret ? 'Close' : 'Go back'}
            </Button>
            {!secret && (
              <Button pending={pending} onClick={begin}>
                {does}
              </Button>
            )}
          </>
        }
      >
        {secret ? (
          <ShownOnce secret={secret} />
        ) : (
          <div className="grid gap-4">
            {children}
            {problem && <Alert tone="danger">{problem}</Alert>}
          </div>
        )}
      </Dialog>
    </>
  );
}
