'use client';

import { useState } from 'react';
import { Notice } from '@/components/shell/notice';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { askInstead } from './actions';
import { AskedInstead } from './asked-instead';

interface TakenProps {
  link: string;
  organization: string;
  partnerName: string | null;
}

type Done = Extract<Awaited<ReturnType<typeof askInstead>>, { ok: true }>;

/** The organization was set up while the mail waited: its administrators can be asked. */
export function Taken({ link, organization, partnerName }: TakenProps) {
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const [done, setDone] = useState<Done>();
  const ask = async () => {
    setPending(true);
    const result = await askInstead(link);
    setPending(false);
    if (result.ok) return setDone(result);
    setFailed(true);
  };
  return (
    <Notice
      title={`${organization} is set up already`}
      action={
        !done && (
          <Button pending={pending} onClick={ask}>
            Ask the administrators
          </Button>
        )
      }
    >
      {done ? (
        <AskedInstead {...done} />
      ) : (
        <>
          <p>Since you asked for this link, somebody with an address of the same domain was first.</p>
          <p>
            Its global administrators can answer {partnerName ?? 'the partner'}, and invite you if you should have an
            account.
          </p>
          {failed && <Alert tone="danger">That did not work. Reload the page to see why.</Alert>}
        </>
      )}
    </Notice>
  );
}
