'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { CopiedMail } from '@/app/partner/customers/request/copied-mail';
import { ExpiryField } from '@/app/partner/customers/request/request-terms';
import { LeftTodayNote } from '@/components/consent/left-today-note';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useHydrated } from '@/components/ui/use-hydrated';
import { limitReached } from '@/lib/consent/daily-limit';
import { type ExpiryDays, usualExpiry } from '@/lib/consent/expiry-choices';
import type { LeftToday } from '@/lib/consent/sent-today';
import { paths } from '@/lib/paths';
import { resend } from '../../actions';

type Answer = Awaited<ReturnType<typeof resend>>;
type Refused = Extract<Answer, { ok: false }>;

function problemOf(answer: Refused): string {
  switch (answer.reason) {
    case 'closed':
      return 'This request was answered or taken back meanwhile, so it was not sent again.';
    case 'replaced':
      return 'Somebody of your organization sent it again meanwhile. There is a newer link.';
    case 'provider_left':
      return 'Your organization no longer works under the provider that this request names. Send a new request instead.';
    case 'daily_limit':
      return limitReached(answer);
    case 'already_sent':
      return 'It was sent again. If you no longer have the mail that was shown, resend the newer request.';
    case 'error':
      return Object.values(answer.fields)[0] ?? answer.message;
  }
}

interface ResendFormProps {
  requestId: string;
  recipientName: string;
  today: LeftToday;
}

export function ResendForm({ requestId, recipientName, today }: ResendFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [newId] = useState(uuidv7);
  const [days, setDays] = useState<ExpiryDays>(usualExpiry);
  const [busy, setBusy] = useState<'mail' | 'copy' | null>(null);
  const [refused, setRefused] = useState<Refused>();
  const [copied, setCopied] = useState<Extract<Answer, { ok: true }>['copy']>(null);

  const submit = async (delivery: 'mail' | 'copy') => {
    if (busy) return;
    setBusy(delivery);
    setRefused(undefined);
    const answer = await resend({ requestId, newId, delivery, expiresInDays: days });
    const mailed = delivery === 'mail' && (answer.ok || answer.reason === 'already_sent');
    if (mailed) return router.push(paths.request(newId, { sent: '1' }));
    if (answer.ok) setCopied(answer.copy);
    else setRefused(answer);
    setBusy(null);
  };
  if (copied) return <CopiedMail {...copied} />;
  return (
    <Card>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          return submit('mail');
        }}
        className="grid max-w-xl gap-5"
      >
        {refused && <Alert tone="danger">{problemOf(refused)}</Alert>}
        <ul className="ml-5 grid list-disc gap-1">
          <li>{recipientName} gets a new link. The link sent before stops working at once.</li>
          <li>The time to answer begins anew.</li>
        </ul>
        <ExpiryField value={days} onChange={(event) => setDays(Number(event.target.value) as ExpiryDays)} />
        <LeftTodayNote today={today} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={busy === 'mail'}>
            Resend request
          </Button>
          <Button variant="secondary" disabled={!ready} pending={busy === 'copy'} onClick={() => submit('copy')}>
            Copy mail instead
          </Button>
        </div>
      </form>
    </Card>
  );
}
