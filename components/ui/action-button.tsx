'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from './alert';
import { Button } from './button';

interface ActionButtonProps {
  label: string;
  variant?: 'primary' | 'secondary';
  size?: 'sm' | 'md';
  /** The action already bound to what it acts on. */
  run: () => Promise<{ ok: true } | { ok: false; reason: string; message?: string }>;
  /** A sentence for each outcome that is not ok. */
  refusals: Record<string, string>;
}

/** A button that does something at once, for what can be undone; the page then shows how things stand. */
export function ActionButton({ label, variant = 'secondary', size = 'md', run, refusals }: ActionButtonProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const act = async () => {
    setPending(true);
    const result = await run();
    setPending(false);
    setFailure(result.ok ? undefined : (refusals[result.reason] ?? result.message ?? 'That did not work. Try again.'));
    router.refresh();
  };
  return (
    <div className="grid justify-items-start gap-2">
      <Button variant={variant} size={size} pending={pending} onClick={act}>
        {label}
      </Button>
      {failure && <Alert tone="danger">{failure}</Alert>}
    </div>
  );
}
