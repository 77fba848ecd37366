'use client';

import { Notice } from '@/components/shell/notice';
import { Button } from '@/components/ui/button';

/** `error` is not shown: what it says is for the log, where its digest stands too. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <div className="px-4">
      <Notice title="Something broke on our side" action={<Button onClick={retry}>Try again</Button>}>
        <p>Nothing was changed. Try again in a moment.</p>
        {digest && <p className="text-sm">If it stays, tell support this number: {digest}</p>}
      </Notice>
    </div>
  );
}
