'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, TextInput } from '@/components/ui/field';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { TenantKind } from '@/lib/auth/actor';
import { inviteMemberInput } from '@/lib/people/member-input';
import { roleChoices } from '@/lib/people/role-choices';
import { invite } from './actions';
import { refusals } from './refusals';
import { RoleChoice } from './role-choice';

type Typed = z.input<typeof inviteMemberInput>;

interface InviteFormProps {
  kind: TenantKind;
  mayGiveChief: boolean;
  needsSecond: boolean;
  /** Typed in beforehand, or ''. */
  email: string;
  /** The way back. */
  people: string;
}

const isField = (name: string): name is 'name' | 'email' | 'roles' => ['name', 'email', 'roles'].includes(name);

/** Each form has an id, so that sending it twice is one invitation. */
const blank = (kind: TenantKind, email = ''): Typed => ({
  invitationId: uuidv7(),
  name: '',
  email,
  roles: [roleChoices[kind][0].role],
});

export function InviteForm({ kind, mayGiveChief, needsSecond, email, people }: InviteFormProps) {
  const ready = useHydrated();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm<Typed, unknown, z.output<typeof inviteMemberInput>>({
    resolver: zodResolver(inviteMemberInput),
    defaultValues: blank(kind, email),
  });
  const { register, handleSubmit, setError, reset, formState } = form;
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty && !sentTo);
  const submit = handleSubmit(async (input) => {
    const result = await invite(input);
    if (result.ok || result.reason === 'already_sent') return setSentTo(input.email);
    if (result.reason === 'already_member')
      return setError('email', { message: 'This person has an account of your organization.' }, { shouldFocus: true });
    if (result.reason !== 'error') return setError('roles', { message: refusals(result) });
    const wrong = Object.entries(result.fields).filter(([name]) => isField(name));
    for (const [name, message] of wrong) if (isField(name)) setError(name, { message }, { shouldFocus: true });
    if (wrong.length === 0) setError('root', { message: result.message });
  });
  if (sentTo) {
    return (
      <div className="grid gap-4">
        <Alert tone="success" title="Invitation sent">
          We mailed the link to {sentTo}. It works for seven days.
        </Alert>
        <div className="flex flex-wrap gap-3">
          <a href={people} className={buttonClass()}>
            See everybody
          </a>
          <Button
            variant="secondary"
            onClick={() => {
              reset(blank(kind));
              setSentTo(undefined);
            }}
          >
            Invite another
          </Button>
        </div>
      </div>
    );
  }
  return (
    <Card>
      <form method="post" noValidate onSubmit={submit} className="grid max-w-xl gap-5">
        {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
        <Field label="Name" error={errors.name?.message}>
          {(field) => <TextInput {...field} {...register('name')} autoComplete="off" required />}
        </Field>
        <Field
          label="Email"
          hint="The person signs in with it. A link sent to it before stops working."
          error={errors.email?.message}
        >
          {(field) => <TextInput {...field} {...register('email')} type="email" autoComplete="off" required />}
        </Field>
        <RoleChoice
          kind={kind}
          mayGiveChief={mayGiveChief && !needsSecond}
          register={register('roles')}
          chosen={[roleChoices[kind][0].role]}
          error={errors.roles?.message}
        />
        {needsSecond && (
          <p className="text-sm text-muted">
            To make somebody a support administrator, invite them as support agent first. Then propose it on their page;
            another support administrator confirms.
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" disabled={!ready} pending={isSubmitting}>
            Send invitation
          </Button>
          <a href={people} className={buttonClass({ variant: 'secondary' })}>
            Back to people
          </a>
        </div>
      </form>
    </Card>
  );
}
