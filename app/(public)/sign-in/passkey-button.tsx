'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { inMinutes } from '@/lib/auth/wait-words';
import { enterWithPasskey, passkeyOffer } from './passkey-actions';

const refused =
  'This passkey is not known here, or its account is switched off. Sign in with your password, then add it in your account.';
const givenUp = 'No passkey was used: the dialog was closed, or this device has none for Countersign.';

/** Null once signed in; else the sentence to show. */
async function enter(): Promise<string | null> {
  // Loaded when it is wanted: most people here have none.
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { options, ticket } = await passkeyOffer();
  const response = await startAuthentication({ optionsJSON: options }).catch(() => null);
  if (!response) return givenUp;
  const result = await enterWithPasskey({ ticket, response });
  if (result.ok) return null;
  if (result.reason === 'too_many') return `Too many attempts from here failed. Try again ${inMinutes(result.wait)}.`;
  return result.reason === 'error' ? result.message : refused;
}

/** Signs in with a passkey; `onward` is where to be then. */
export function PasskeyButton({ onward, label }: { onward: string; label: string }) {
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const begin = async () => {
    setBusy(true);
    setFailure(undefined);
    const problem = await enter().catch(() => 'The portal could not be reached. Try again in a moment.');
    if (problem === null) return window.location.assign(onward);
    setFailure(problem);
    setBusy(false);
  };
  return (
    <div className="grid gap-3">
      {failure && <Alert tone="danger">{failure}</Alert>}
      <Button variant="secondary" disabled={!ready} pending={busy} onClick={begin}>
        {label}
      </Button>
    </div>
  );
}
