'use client';

import { useEffect, useState } from 'react';

const said = { copied: 'Copied', failed: 'Copying failed. Select the text and copy it yourself.' };

async function copy(text: string): Promise<keyof typeof said> {
  try {
    // There is no clipboard on a page that came by plain http from another machine.
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** Does the work of every CopyButton on the page, and says aloud how it went. The button shows it for two seconds. */
export function CopyOnClick() {
  const [status, setStatus] = useState('');
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
      if (!(button instanceof HTMLButtonElement)) return;
      const outcome = await copy(button.dataset.copy ?? '');
      button.dataset.outcome = outcome;
      setStatus(said[outcome]);
      setTimeout(() => {
        delete button.dataset.outcome;
        setStatus('');
      }, 2000);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return (
    <span role="status" className="sr-only">
      {status}
    </span>
  );
}
