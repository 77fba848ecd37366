'use client';

import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { OrganizationFields } from '@/components/tenants/organization-fields';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { lateResolver } from '@/components/ui/late-resolver';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useUnsavedChanges } from '@/components/ui/use-unsaved-changes';
import type { ApplyTyped, applyInput } from '@/lib/applications/apply-input';
import { inMinutes } from '@/lib/auth/wait-words';
import { sendApplication } from './actions';
import { TypeChoice } from './type-choice';

const names = ['organization', 'country', 'domain', 'partnerType', 'mpnId', 'contactName', 'contactEmail'] as const;

/** Each form has an id, so that sending it twice is one application. */
const blank = () => ({
  applicationId: uuidv7(),
  organization: '',
  country: '',
  domain: '',
  mpnId: '',
  contactName: '',
  contactEmail: '',
});

const resolver = lateResolver(async () => (await import('@/lib/applications/apply-input')).applyInput);

/** The same answer whatever is known of the organization, its domain and the address. */
export function ApplyForm({ countries }: { countries: readonly { code: string; name: string }[] }) {
  const ready = useHydrated();
  const [sentTo, setSentTo] = useState<string>();
  const { register, handleSubmit, setError, watch, formState } = useForm<
    ApplyTyped,
    unknown,
    z.output<typeof applyInput>
  >({ resolver, defaultValues: blank() });
  const { errors, isSubmitting, isDirty } = formState;
  useUnsavedChanges(isDirty && !sentTo);
  const submit = handleSubmit(async (input) => {
    const result = await sendApplication(input);
    if (result.ok) return setSentTo(input.contactEmail);
    if (result.reason === 'too_many')
      return setError('root', {
        message: `Too many applications came from here. Try again ${inMinutes(result.wait)}.`,
      });
    const wrong = names.filter((name) => result.fields[name]);
    for (const name of wrong) setError(name, { message: result.fields[name] }, { shouldFocus: true });
    if (wrong.length === 0) setError('root', { message: result.message });
  });
  if (sentTo) {
    return (
      <div className="grid gap-4">
        <Alert tone="success" title="Look into your mail">
          We mailed <span className="wrap-anywhere">{sentTo}</span>. Open the link in the mail within three days to
          confirm your application: only then does support read it.
        </Alert>
        <p className="text-muted">No mail? Look into the folder for junk, or apply again.</p>
      </div>
    );
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-5">
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      <OrganizationFields register={register} errors={errors} countries={countries} />
      <Field label="Domain" hint="The one that addresses of your organization end with." error={errors.domain?.message}>
        {(field) => <TextInput {...field} {...register('domain')} autoComplete="off" autoCapitalize="none" required />}
      </Field>
      <TypeChoice field={register('partnerType')} error={errors.partnerType?.message} />
      <Field
        label="MPN ID"
        hint="Your partner ID at Microsoft, digits only."
        optional={watch('partnerType') === 'oem'}
        error={errors.mpnId?.message}
      >
        {(field) => <TextInput {...field} {...register('mpnId')} inputMode="numeric" autoComplete="off" />}
      </Field>
      <Field
        label="Your name"
        hint="Whoever confirms the application becomes the first global administrator."
        error={errors.contactName?.message}
      >
        {(field) => <TextInput {...field} {...register('contactName')} autoComplete="name" required />}
      </Field>
      <Field label="Email" hint="At the domain above. We mail the link to it." error={errors.contactEmail?.message}>
        {(field) => <TextInput {...field} {...register('contactEmail')} type="email" autoComplete="email" required />}
      </Field>
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Apply
        </Button>
      </div>
    </form>
  );
}
