'use client';

import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, buttonClass } from './button';

type State = 'ready' | 'copied' | 'failed';

const icons = { ready: Copy, copied: Check, failed: X };
const said = { ready: '', copied: 'Copied', failed: 'Copying failed. Select the text and copy it yourself.' };

interface CopyButtonProps {
  value: string;
  /** Names what is copied: "Copy tenant id". */
  label: string;
  /** Shows the label beside the icon, where copying is the main thing to do. */
  labelled?: boolean;
}

export function CopyButton({ value, label, labelled = false }: CopyButtonProps) {
  const [state, setState] = useState<State>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const Icon = icons[state];
  const outcome = (
    <span role="status" className="sr-only">
      {said[state]}
    </span>
  );
  if (labelled) {
    return (
      <>
        <Button onClick={copy} title={said[state] || undefined}>
          <Icon aria-hidden className="size-4" />
          {label}
        </Button>
        {outcome}
      </>
    );
  }
  return (
    <span className="-my-1 inline-flex">
      <button
        type="button"
        onClick={copy}
        aria-label={label}
        title={said[state] || label}
        className={`${buttonClass({ variant: 'ghost', size: 'sm' })} px-1.5!`}
      >
        <Icon aria-hidden className={`size-3.5 ${state === 'ready' ? 'text-muted' : ''}`} />
      </button>
      {outcome}
    </span>
  );
}
