'use client';

import { type ComponentProps, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { useHydrated } from '@/components/ui/use-hydrated';
import { goToDirectory } from './go-to-directory';

interface DirectoryButtonProps extends Pick<ComponentProps<typeof Button>, 'variant' | 'className'> {
  label: string;
  /** Where to come back to: a path of ours. */
  next: string;
  prompt: 'login' | 'select_account';
  /** What to do before leaving; a sentence stops it. */
  before?: () => Promise<string | null>;
}

/** Leaves for Microsoft and comes back signed in. */
export function DirectoryButton({ label, next, prompt, before, ...look }: DirectoryButtonProps) {
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const leave = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const problem = (await before?.()) ?? (await goToDirectory({ next, prompt }));
    if (!problem) return;
    setFailure(problem);
    setBusy(false);
  };
  return (
    <div className="grid gap-3">
      {failure && <Alert tone="danger">{failure}</Alert>}
      <Button {...look} disabled={!ready} pending={busy} onClick={leave}>
        {label}
      </Button>
    </div>
  );
}
