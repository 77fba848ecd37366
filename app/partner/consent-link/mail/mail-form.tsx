'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { LeftTodayNote } from '@/components/consent/left-today-note';
import { MailPreview } from '@/components/mail/mail-preview';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { Sender } from '@/lib/consent/find-sender';
import { nameOr } from '@/lib/consent/name-or';
import type { LeftToday } from '@/lib/consent/sent-today';
import { linkMail } from '@/lib/oem/link-mail';
import { mailLinkInput } from '@/lib/oem/mail-link-input';
import { paths } from '@/lib/paths';
import { mail } from '../actions';
import { problemsOf } from './problems-of';

interface MailFormProps {
  partner: Sender['partner'];
  today: LeftToday;
  origin: string;
  from: string;
}

type Input = z.input<typeof mailLinkInput>;

/** Whom to mail the link to, with the mail as it will arrive beside it. */
export function MailForm({ partner, today, origin, from }: MailFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [mailId] = useState(uuidv7);
  const { register, handleSubmit, control, setError, formState } = useForm<
    Input,
    unknown,
    z.output<typeof mailLinkInput>
  >({
    resolver: zodResolver(mailLinkInput),
    defaultValues: { mailId, recipientName: '', recipientEmail: '', organization: '' },
  });
  const { errors, isSubmitting, isSubmitSuccessful, isDirty } = formState;
  useUnsavedChanges(isDirty && !isSubmitting && !isSubmitSuccessful);
  const given = useWatch({ control });
  const submit = handleSubmit(async (values) => {
    const answer = await mail(values);
    if (answer.ok || answer.reason === 'already_sent') return router.push(paths.consentLink({ mailed: mailId }));
    for (const [field, message] of Object.entries(problemsOf(answer)))
      setError(field as keyof Input | 'root', { message }, { shouldFocus: true });
  });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card>
        <form method="post" noValidate onSubmit={submit} className="grid gap-5">
          {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
          <Field label="Recipient name" error={errors.recipientName?.message}>
            {(field) => <TextInput {...field} {...register('recipientName')} autoComplete="off" required />}
          </Field>
          <Field
            label="Recipient email"
            hint="A global administrator whose account ends with .onmicrosoft.com is best: only one of them can accept."
            error={errors.recipientEmail?.message}
          >
            {(field) => (
              <TextInput {...field} {...register('recipientEmail')} type="email" autoComplete="off" required />
            )}
          </Field>
          <Field label="Organization" error={errors.organization?.message}>
            {(field) => <TextInput {...field} {...register('organization')} autoComplete="off" required />}
          </Field>
          <LeftTodayNote today={today} />
          <div>
            <Button type="submit" disabled={!ready} pending={isSubmitting}>
              Mail the link
            </Button>
          </div>
        </form>
      </Card>
      <section className="lg:sticky lg:top-6">
        <h2 className="mb-2 text-lg">The mail as it will arrive</h2>
        <MailPreview
          from={from}
          to={given.recipientEmail || '[Recipient email]'}
          mail={linkMail({
            partner,
            recipientName: nameOr(given.recipientName, '[Recipient name]'),
            organization: nameOr(given.organization, '[Organization]'),
            url: origin,
          })}
        />
      </section>
    </div>
  );
}
