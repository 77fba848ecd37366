'use client';

import { Notice } from '@/components/shell/notice';
import { Button } from '@/components/ui/button';
import './globals.css';

/** Only when the root layout itself fails, so it brings a document of its own. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh px-4">
        <title>Something broke · Countersign</title>
        <main>
          <Notice title="Something broke on our side" action={<Button onClick={retry}>Try again</Button>}>
            <p>Nothing was changed. Try again in a moment.</p>
          </Notice>
        </main>
      </body>
    </html>
  );
}
