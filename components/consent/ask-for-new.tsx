'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import { useHydrated } from '@/components/ui/use-hydrated';

type Answer = { ok: true; at: Date } | { ok: false; reason: string; at?: Date; message?: string };

export interface AskForNewProps {
  partnerName: string;
  /** When somebody asked before, through this link. */
  askedAt: Date | null;
  /** The action already bound to the link. */
  ask: () => Promise<Answer>;
}

/** Has the partner told, once, that somebody wants a new link. */
export function AskForNew({ partnerName, askedAt, ask }: AskForNewProps) {
  const ready = useHydrated();
  const [pending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  const submit = async () => {
    setPending(true);
    setAnswer(await ask());
    setPending(false);
  };
  if (answer?.ok) {
    return (
      <Alert tone="success" title="Asked for a new link">
        {partnerName} is told. If it sends a new one, that comes by mail.
      </Alert>
    );
  }
  const before = askedAt ?? answer?.at;
  if (before) {
    return (
      <Alert tone="info" title="A new link was asked for">
        {partnerName} was told <RelativeTime at={before} />. Each link can ask once; if nothing comes, write to{' '}
        {partnerName} yourself.
      </Alert>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Button disabled={!ready} pending={pending} onClick={submit}>
        Ask for a new one
      </Button>
      {answer && <Alert tone="danger">{answer.message ?? 'That did not work. Open the link in the mail again.'}</Alert>}
    </div>
  );
}
