'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { make } from './actions';

/** Makes the link the first time; the page then shows it. */
export function MakeLink({ providerId }: { providerId?: string }) {
  const ready = useHydrated();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setPending(true);
    const answer = await make(providerId);
    setPending(false);
    if (!answer.ok && answer.reason === 'error') return setFailure(answer.message);
    // The button that held the focus is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  return (
    <div className="grid justify-items-start gap-3">
      {failure && <Alert tone="danger">{failure}</Alert>}
      <Button disabled={!ready} pending={pending} onClick={submit}>
        Make the standing link
      </Button>
    </div>
  );
}
