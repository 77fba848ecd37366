'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, Select, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { dapLabel, dapRoles } from '@/lib/consent/dap-roles';
import { expiryChoices, sendRequestInput } from '@/lib/consent/send-request-input';
import { paths } from '@/lib/paths';
import { send } from './actions';
import { CopiedMail } from './copied-mail';
import { RequestPreview } from './request-preview';

type Input = z.input<typeof sendRequestInput>;
type Delivery = Input['delivery'];
type Answer = Awaited<ReturnType<typeof send>>;

export interface RequestFormProps {
  partner: { name: string; domain: string; mpnId: string | null };
  /** Empty for a direct partner; with one there is nothing to choose. */
  providers: { id: string; name: string }[];
  origin: string;
  from: string;
  /** When the page was made: what the expiry in the preview counts from. */
  at: Date;
}

const blank = { recipientName: '', recipientEmail: '', organization: '', dap: false, delivery: 'mail' } as const;
const newRequest = (): Input => ({ ...blank, requestId: uuidv7(), expiresInDays: 14 });

/** What stands in the way, at the field it belongs to; `root` is the form as a whole. */
function problemsOf(answer: Extract<Answer, { ok: false }>): Partial<Record<keyof Input | 'root', string>> {
  switch (answer.reason) {
    case 'own_organization':
      return { recipientEmail: 'This address belongs to your own organization. Enter one of the customer.' };
    case 'provider_required':
      return { providerId: 'Choose the provider this customer is for.' };
    case 'no_provider':
      return { root: 'Your organization has no provider any more. Accept the invitation of one first.' };
    case 'cannot_send':
      return { root: 'Your organization does not ask customers itself.' };
    case 'already_sent':
      return {};
    case 'error':
      return Object.keys(answer.fields).length > 0 ? answer.fields : { root: answer.message };
  }
}

export function RequestForm(props: RequestFormProps) {
  const { partner, providers } = props;
  const ready = useHydrated();
  const router = useRouter();
  const [copied, setCopied] = useState<Extract<Answer, { ok: true }>['copy']>(null);
  const [busy, setBusy] = useState<Delivery | null>(null);
  const [start] = useState(newRequest);
  const { register, handleSubmit, control, setError, reset, formState } = useForm<
    Input,
    unknown,
    z.output<typeof sendRequestInput>
  >({
    resolver: zodResolver(sendRequestInput),
    defaultValues: start,
  });
  const { errors, isDirty } = formState;
  useUnsavedChanges(isDirty && !copied && !busy);

  const submit = (delivery: Delivery) =>
    handleSubmit(async (given) => {
      if (busy) return;
      setBusy(delivery);
      const answer = await send({ ...given, delivery });
      if (answer.ok && answer.copy) setCopied(answer.copy);
      else if (answer.ok || answer.reason === 'already_sent')
        return router.push(paths.requests({ sent: answer.requestId }));
      else
        for (const [field, message] of Object.entries(problemsOf(answer)))
          setError(field as keyof Input | 'root', { message }, { shouldFocus: true });
      setBusy(null);
    });

  if (copied) {
    return (
      <CopiedMail
        {...copied}
        onAgain={() => {
          reset(newRequest());
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
          {providers.length > 1 && (
            <Field label="Provider" error={errors.providerId?.message}>
              {(field) => (
                <Select {...field} {...register('providerId', { setValueAs: (value) => value || undefined })}>
                  <option value="">Choose a provider</option>
                  {providers.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Checkbox
            {...register('dap')}
            label={dapLabel}
            description={`Asks for ${dapRoles.map(({ role, holders }) => `${role} for your ${holders}`).join(' and ')}. The customer can leave this out. Registering devices does not need it.`}
          />
          <Field label="The link works for" error={errors.expiresInDays?.message}>
            {(field) => (
              <Select {...field} {...register('expiresInDays', { valueAsNumber: true })} className="max-w-40">
                {expiryChoices.map((days) => (
                  <option key={days} value={days}>
                    {days} days
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={!ready} pending={busy === 'mail'}>
              Send request
            </Button>
            <Button variant="secondary" disabled={!ready} pending={busy === 'copy'} onClick={submit('copy')}>
              Copy mail instead
            </Button>
          </div>
        </form>
      </Card>
      <RequestPreview {...props} control={control} partner={partner} />
    </div>
  );
}
