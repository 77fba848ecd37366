'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { LeftTodayNote } from '@/components/consent/left-today-note';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { Field, TextInput } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { type ExpiryDays, usualExpiry } from '@/lib/consent/expiry-choices';
import type { Sender } from '@/lib/consent/find-sender';
import type { sendRequestInput } from '@/lib/consent/send-request-input';
import type { LeftToday } from '@/lib/consent/sent-today';
import { paths } from '@/lib/paths';
import { cancel } from '../../requests/actions';
import { save, send } from './actions';
import { CopiedMail } from './copied-mail';
import { problemsOf } from './problems-of';
import { RequestPreview } from './request-preview';
import { DapField, ExpiryField, ProviderField } from './request-terms';

type Input = z.input<typeof sendRequestInput>;
type Output = z.output<typeof sendRequestInput>;
type Answer = Awaited<ReturnType<typeof send>>;

export interface RequestFormProps {
  partner: Sender['partner'];
  kind: NonNullable<Sender['kind']>;
  /** Empty for a direct partner; with one there is nothing to choose. */
  providers: Sender['providers'];
  today: LeftToday;
  /** What the fields hold at first: a draft, or what was asked before. */
  start:
    | (Omit<Input, 'requestId' | 'delivery' | 'expiresInDays'> & { draftId: string | null; expiresInDays: ExpiryDays })
    | null;
  origin: string;
  from: string;
  /** When the page was made: what the expiry in the preview counts from. */
  at: Date;
}

const blank = {
  recipientName: '',
  recipientEmail: '',
  organization: '',
  dap: false,
  expiresInDays: usualExpiry,
  draftId: null,
} as const;

function firstValues(start: RequestFormProps['start']): Input {
  const { draftId, ...given } = start ?? blank;
  return { ...given, requestId: draftId ?? uuidv7(), delivery: 'mail' };
}

const resolver = lateResolver(async () => (await import('@/lib/consent/send-request-input')).sendRequestInput);

export function RequestForm(props: RequestFormProps) {
  const { partner, providers, start, today } = props;
  const ready = useHydrated();
  const router = useRouter();
  const [copied, setCopied] = useState<Extract<Answer, { ok: true }>['copy']>(null);
  const [busy, setBusy] = useState<Input['delivery'] | 'draft' | null>(null);
  const [first] = useState(() => firstValues(start));
  const { register, handleSubmit, control, setError, setValue, getValues, clearErrors, reset, formState } = useForm<
    Input,
    unknown,
    Output
  >({ resolver, defaultValues: first });
  const { errors, isDirty } = formState;
  useUnsavedChanges(isDirty && !copied && !busy);

  const refuse = (answer: Parameters<typeof problemsOf>[0]) => {
    if (answer.reason === 'discarded') setValue('requestId', uuidv7());
    for (const [field, message] of Object.entries(problemsOf(answer)))
      setError(field as keyof Input | 'root', { message }, { shouldFocus: true });
    setBusy(null);
  };
  const submit = (delivery: Input['delivery']) =>
    handleSubmit(async (given) => {
      if (busy) return;
      setBusy(delivery);
      const answer = await send({ ...given, delivery });
      if (answer.ok && answer.copy) {
        setCopied(answer.copy);
        setBusy(null);
      } else if (answer.ok || answer.reason === 'already_sent') router.push(paths.requests({ sent: answer.requestId }));
      else refuse(answer);
    });
  const keep = async () => {
    if (busy) return;
    setBusy('draft');
    clearErrors();
    const answer = await save(getValues());
    if (answer.ok) router.push(paths.requests({ saved: answer.requestId }));
    else refuse(answer);
  };

  if (copied) {
    return (
      <CopiedMail
        {...copied}
        onAgain={() => {
          reset(firstValues(null));
          setCopied(null);
        }}
      />
    );
  }
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <form method="post" noValidate onSubmit={submit('mail')} className="grid gap-5">
          {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
          <Field label="Recipient name" error={errors.recipientName?.message}>
            {(field) => <TextInput {...field} {...register('recipientName')} autoComplete="off" required />}
          </Field>
          <Field
            label="Recipient email"
            hint="A global administrator of the customer is best: only one of them can accept."
            error={errors.recipientEmail?.message}
          >
            {(field) => (
              <TextInput {...field} {...register('recipientEmail')} type="email" autoComplete="off" required />
            )}
          </Field>
          <Field label="Organization" error={errors.organization?.message}>
            {(field) => <TextInput {...field} {...register('organization')} autoComplete="off" required />}
          </Field>
          <ProviderField
            providers={providers}
            error={errors.providerId?.message}
            {...register('providerId', { setValueAs: (value) => value || undefined })}
          />
          <DapField {...register('dap')} />
          <ExpiryField error={errors.expiresInDays?.message} {...register('expiresInDays', { valueAsNumber: true })} />
          <LeftTodayNote today={today} />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" disabled={!ready} pending={busy === 'mail'}>
              Send request
            </Button>
            <Button variant="secondary" disabled={!ready} pending={busy === 'copy'} onClick={submit('copy')}>
              Copy mail instead
            </Button>
            <Button variant="ghost" disabled={!ready} pending={busy === 'draft'} onClick={keep}>
              Save as draft
            </Button>
          </div>
        </form>
        {start?.draftId && (
          <div className="mt-5 border-t border-line pt-5">
            <ConfirmedAction
              label="Discard draft"
              question="Discard this draft?"
              consequences={['It stays in the list of requests as canceled, and cannot be sent any more.']}
              done="The draft is discarded."
              run={cancel.bind(null, start.draftId)}
              already="already_closed"
              next={paths.requests()}
            />
          </div>
        )}
      </Card>
      <RequestPreview {...props} control={control} partner={partner} />
    </div>
  );
}
