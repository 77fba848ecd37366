'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { RevocationForm } from './revocation-form';

export interface RevokedConsent {
  consentId: string;
  customerName: string;
  partnerName: string;
  /** Who of the customer asks for it in the portal; null where nobody does. */
  askedInPortalBy: string | null;
}

/** Ends a manufacturer's consent at once or on a day that is announced: why, who asked, and what they showed. */
export function RevokeConsent({ consent }: { consent: RevokedConsent }) {
  const { customerName, partnerName } = consent;
  const id = useId();
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [done, setDone] = useState<string>();
  const [pending, setPending] = useState(false);
  const leave = () => {
    if (!done) return;
    // The button that held the focus is about to go.
    document.getElementById('main')?.focus();
    // It may stay: an end that was announced can be taken back and announced again.
    setDone(undefined);
    router.refresh();
  };
  const told = `${customerName} and ${partnerName} are told.`;
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => dialog.current?.showModal()}>
        Revoke consent
      </Button>
      <Dialog
        ref={dialog}
        title={`Revoke the consent of ${customerName} with ${partnerName}?`}
        onClose={leave}
        actions={
          <>
            <Button variant={done ? 'primary' : 'secondary'} onClick={() => dialog.current?.close()}>
              {done ? 'Close' : 'Go back'}
            </Button>
            {!done && (
              <Button type="submit" form={id} variant="danger" pending={pending}>
                Revoke consent
              </Button>
            )}
          </>
        }
      >
        {done ? (
          <Alert tone="success">{done}</Alert>
        ) : (
          <RevocationForm
            id={id}
            consent={consent}
            onBusy={setPending}
            onDone={(days) =>
              setDone(
                days === 0
                  ? `The consent has ended. ${told}`
                  : `The consent ends in ${days === 1 ? 'a day' : `${days} days`}. ${told}`,
              )
            }
          />
        )}
      </Dialog>
    </>
  );
}
