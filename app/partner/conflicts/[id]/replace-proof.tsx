'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { purchaseProof, useProof } from '@/app/conflicts/use-proof';
import { sendForm } from '@/app/send-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { paths } from '@/lib/paths';

/** Another proof of purchase in the place of the one that was sent. */
export function ReplaceProof({ id }: { id: string }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const proof = useProof(purchaseProof);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const file = await proof.checked();
    if (!file) return;
    setBusy(true);
    const form = new FormData();
    form.set('proof', file);
    const sent = await sendForm(paths.conflictProof(id), form);
    setBusy(false);
    if (!sent.ok) return proof.refuse(sent.fields.proof ?? sent.message);
    dialog.current?.close();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => dialog.current?.showModal()}>
        Send another proof
      </Button>
      <Dialog
        ref={dialog}
        title="Send another proof of purchase"
        actions={
          <>
            <Button variant="secondary" onClick={() => dialog.current?.close()}>
              Go back
            </Button>
            <Button pending={busy} onClick={submit}>
              Send proof
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <p>It takes the place of the one you sent before.</p>
          {proof.field}
        </div>
      </Dialog>
    </>
  );
}
