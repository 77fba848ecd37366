'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Select, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import { invitationDays, inviteResellerInput } from '@/lib/partners/invite-reseller-input';
import { paths } from '@/lib/paths';
import { invite } from './actions';

type Typed = z.input<typeof inviteResellerInput>;
type Fields = Exclude<keyof Typed, 'invitationId'>;

const isField = (name: string): name is Fields =>
  ['organization', 'recipientName', 'recipientEmail', 'expiresInDays'].includes(name);

/** Each form has an id, so that sending it twice is one invitation. */
const blank = (): Typed => ({
  invitationId: uuidv7(),
  organization: '',
  recipientName: '',
  recipientEmail: '',
  expiresInDays: 14,
});

export function InviteForm() {
  const ready = useHydrated();
  const [sentTo, setSentTo] = useState<string>();
  const { register, handleSubmit, setError, reset, formState } = useForm<
    Typed,
    unknown,
    z.output<typeof inviteResellerInput>
  >({ resolver: zodResolver(inviteResellerInput), defaultValues: blank() });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty && !sentTo);
  const submit = handleSubmit(async (input) => {
    const result = await invite(input);
    if (result.ok || result.reason === 'already_sent') return setSentTo(input.recipientEmail);
    if (result.reason === 'own_organization')
      return setError(
        'recipientEmail',
        { message: 'This address belongs to your own organization.' },
        { shouldFocus: true },
      );
    const wrong = Object.entries(result.fields).filter(([name]) => isField(name));
    for (const [name, message] of wrong) if (isField(name)) setError(name, { message }, { shouldFocus: true });
    if (wrong.length === 0) setError('root', { message: result.message });
  });
  const another = () => {
    reset(blank());
    setSentTo(undefined);
  };
  if (sentTo) return <Sent to={sentTo} onAnother={another} />;
  return (
    <Card>
      <form noValidate onSubmit={submit} className="grid max-w-xl gap-4">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field label="Reseller name" error={errors.organization?.message}>
          {(field) => <TextInput {...field} {...register('organization')} autoComplete="off" required />}
        </Field>
        <Field label="Recipient name" error={errors.recipientName?.message}>
          {(field) => <TextInput {...field} {...register('recipientName')} autoComplete="off" required />}
        </Field>
        <Field
          label="Recipient email"
          hint="A link sent to this address before stops working."
          error={errors.recipientEmail?.message}
        >
          {(field) => <TextInput {...field} {...register('recipientEmail')} type="email" autoComplete="off" required />}
        </Field>
        <Field label="Link works for" error={errors.expiresInDays?.message}>
          {(field) => (
            <Select {...field} {...register('expiresInDays', { valueAsNumber: true })}>
              {invitationDays.map((days) => (
                <option key={days} value={days}>
                  {days} days
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            Send invitation
          </Button>
          <a href={paths.resellers()} className={buttonClass({ variant: 'secondary' })}>
            Back to resellers
          </a>
        </div>
      </form>
    </Card>
  );
}

const Sent = ({ to, onAnother }: { to: string; onAnother: () => void }) => (
  <div className="grid gap-4">
    <Alert tone="success" title="Invitation sent">
      We mailed the link to {to}. You are told as soon as somebody has decided.
    </Alert>
    <div className="flex flex-wrap gap-3">
      <a href={paths.resellers()} className={buttonClass()}>
        See your resellers
      </a>
      <Button variant="secondary" onClick={onAnother}>
        Invite another
      </Button>
    </div>
  </div>
);
