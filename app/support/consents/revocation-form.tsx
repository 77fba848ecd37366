import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useProof } from '@/app/conflicts/use-proof';
import { sendForm } from '@/app/send-form';
import { Alert } from '@/components/ui/alert';
import { Field, TextArea, TextInput } from '@/components/ui/field';
import { endingConsequences } from '@/lib/consent/ending-consequences';
import { paths } from '@/lib/paths';
import { longestNotice, revocationForm } from '@/lib/support/revocation-input';
import { AskerFields } from './asker-fields';
import type { RevokedConsent } from './revoke-consent';

interface RevocationFormProps {
  id: string;
  consent: RevokedConsent;
  onBusy: (busy: boolean) => void;
  /** Called with the days of notice; 0 when it has ended. */
  onDone: (days: number) => void;
}

const evidence = {
  label: 'Evidence',
  hint: 'Optional: a letter or a mail, as PDF or image, up to 5 MB. Only support can read it.',
};

type Typed = z.input<typeof revocationForm>;
const fields = ['reason', 'how', 'askerName', 'askerMail', 'noticeDays'] as const;

/** The form of the dialog: why, who asked, when, and what they showed. */
export function RevocationForm({ id, consent, onBusy, onDone }: RevocationFormProps) {
  const { consentId, customerName, partnerName, askedInPortalBy } = consent;
  const proof = useProof(evidence);
  const how = (askedInPortalBy ? 'portal' : '') as 'portal';
  const { register, handleSubmit, setError, formState } = useForm<Typed, unknown, z.output<typeof revocationForm>>({
    resolver: zodResolver(revocationForm),
    defaultValues: { reason: '', how, askerName: '', askerMail: '', noticeDays: 0 },
  });
  const { errors } = formState;
  const submit = handleSubmit(async (typed) => {
    const file = await proof.checked();
    if (file === undefined) return;
    const form = new FormData();
    for (const field of fields) form.set(field, String(typed[field]));
    if (file) form.set('proof', file);
    onBusy(true);
    const sent = await sendForm(paths.revokeApi(consentId), form);
    onBusy(false);
    if (sent.ok) return onDone(typed.noticeDays);
    if (sent.fields.proof) proof.refuse(sent.fields.proof);
    const faulty = fields.filter((field) => sent.fields[field]);
    for (const field of faulty) setError(field, { message: sent.fields[field] });
    if (!sent.fields.proof && faulty.length === 0) setError('root', { message: sent.message });
  });
  return (
    <form id={id} method="post" noValidate onSubmit={submit} className="grid gap-4">
      <ul className="ml-5 grid list-disc gap-1">
        {endingConsequences.support({ customerName, partnerName, providerName: null, dap: false }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>Both sides are told by mail and keep a receipt with your name and why.</li>
      </ul>
      <Field
        label="Reason"
        hint="Both sides read it on their receipt. At most 500 characters."
        error={errors.reason?.message}
      >
        {(control) => <TextArea {...control} {...register('reason')} autoComplete="off" required />}
      </Field>
      {askedInPortalBy ? (
        <p>{askedInPortalBy} asked for it in the portal.</p>
      ) : (
        <AskerFields register={register as never} errors={errors as never} />
      )}
      <Field
        label="Notice period in days"
        hint={`0 ends the consent at the next call; up to ${longestNotice} days announce its end to both sides.`}
        error={errors.noticeDays?.message}
      >
        {(control) => (
          <TextInput
            {...control}
            {...register('noticeDays')}
            type="number"
            min={0}
            max={longestNotice}
            inputMode="numeric"
          />
        )}
      </Field>
      {proof.field}
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
    </form>
  );
}
