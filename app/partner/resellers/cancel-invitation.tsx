'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cancel } from './actions';

/** Takes an open invitation back; the row stays and says so. */
export function CancelInvitation({ id }: { id: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setPending(true);
    const result = await cancel(id);
    setPending(false);
    if (!result.ok && result.reason === 'error') return setFailure(result.message);
    // The button that held the focus is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  };
  return (
    <>
      <Button variant="secondary" size="sm" pending={pending} onClick={submit}>
        Cancel invitation
      </Button>
      {failure && (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      )}
    </>
  );
}
