'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { end } from './actions';

/** Back to support, where the person came from. */
export function EndViewing({ tenantId }: { tenantId: string }) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    setPending(true);
    const result = await end();
    // A whole new page: every part of this one was made for other eyes. Of what is over already nothing is left to say.
    if (result.ok || result.reason === 'not_viewing') return window.location.assign(paths.supportTenant(tenantId));
    setPending(false);
    setFailure('message' in result ? result.message : 'That did not work. Try again.');
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      {failure && (
        <p role="alert" className="text-sm text-danger">
          {failure}
        </p>
      )}
      <Button variant="secondary" size="sm" pending={pending} onClick={submit}>
        End
      </Button>
    </div>
  );
}
