'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import { useFormats } from '#formats';
import { LeftTodayNote } from '@/components/consent/left-today-note';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { checkRecipients } from '@/lib/consent/check-recipients';
import { type ExpiryDays, usualExpiry } from '@/lib/consent/expiry-choices';
import type { Sender } from '@/lib/consent/find-sender';
import { mostRecipients } from '@/lib/consent/most-recipients';
import type { LeftToday } from '@/lib/consent/sent-today';
import { DapField, ExpiryField, ProviderField } from '../request-terms';
import { changeList, emptyList } from './recipient-rows';
import { RecipientSource } from './recipient-source';
import { RecipientTable } from './recipient-table';
import { RoundReport } from './round-report';
import { type Terms, useSending } from './use-sending';

interface ManyFormProps {
  ownDomain: string;
  providers: Sender['providers'];
  today: LeftToday;
}

export function ManyForm({ ownDomain, providers, today }: ManyFormProps) {
  const ready = useHydrated();
  const { number } = useFormats();
  const count = (some: number, what: string) => `${number(some)} ${what}${some === 1 ? '' : 's'}`;
  const list = useRef<HTMLDivElement>(null);
  const [{ rows, sentTo }, change] = useReducer(changeList, emptyList);
  const [check, setCheck] = useState<typeof checkRecipients>();
  const [terms, setTerms] = useState<Terms>({ dap: false, expiresInDays: usualExpiry, providerId: undefined });
  const [providerProblem, setProviderProblem] = useState<string>();
  const { round, send } = useSending(change);
  const sending = round?.state === 'sending';
  useUnsavedChanges(rows.length > 0);
  useEffect(() => {
    // With the page, but after it: what reads and checks a list is as heavy as the page itself.
    import('./list-reader').then(({ checkRecipients }) => setCheck(() => checkRecipients)).catch(() => undefined);
  }, []);

  const problems = check?.(rows, ownDomain, sentTo) ?? [];
  const good = rows.filter((row, at) => Object.keys({ ...row.refused, ...problems[at] }).length === 0);
  const faulty = rows.length - good.length;
  const going = good.slice(0, today.left);
  const submit = () => {
    const missing = providers.length > 1 && !terms.providerId;
    setProviderProblem(missing ? 'Choose the provider these customers are for.' : undefined);
    if (!missing) return send(going, terms);
  };

  return (
    <div className="grid gap-6">
      <div inert={sending}>
        <RecipientSource
          room={mostRecipients - rows.length}
          onRead={(recipients) => change({ type: 'add', recipients })}
        />
      </div>
      {round && <RoundReport round={round} />}
      {rows.length > 0 && (
        <>
          <div ref={list} className="grid gap-3" inert={sending}>
            <div role="status" className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p className="font-medium">
                {count(rows.length, 'recipient')}
                {faulty > 0 && `, ${faulty} to fix`}
              </p>
              {faulty > 0 && (
                <Button
                  variant="secondary"
                  size="sm"
                  onClick={() => list.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()}
                >
                  Go to the first
                </Button>
              )}
            </div>
            <RecipientTable rows={rows} problems={problems} change={change} />
          </div>
          <Card title="For all of them">
            <div className="grid max-w-2xl gap-5">
              <ProviderField
                providers={providers}
                error={providerProblem}
                value={terms.providerId ?? ''}
                onChange={({ target }) => setTerms({ ...terms, providerId: target.value || undefined })}
              />
              <DapField checked={terms.dap} onChange={({ target }) => setTerms({ ...terms, dap: target.checked })} />
              <ExpiryField
                value={terms.expiresInDays}
                onChange={({ target }) => setTerms({ ...terms, expiresInDays: Number(target.value) as ExpiryDays })}
              />
              <LeftTodayNote today={today} />
              {good.length > today.left && today.left > 0 && (
                <Alert tone="warning">
                  Only the first {today.left} of {good.length} can be sent today. The others stay in the list.
                </Alert>
              )}
              <div className="flex flex-wrap items-center gap-3">
                <Button disabled={!ready || !check || going.length === 0} pending={sending} onClick={submit}>
                  Send {count(going.length, 'request')}
                </Button>
                {faulty > 0 && (
                  <p className="text-sm text-muted">
                    {count(faulty, 'row')} to fix {faulty === 1 ? 'stays' : 'stay'} in the list.
                  </p>
                )}
              </div>
            </div>
          </Card>
        </>
      )}
    </div>
  );
}
