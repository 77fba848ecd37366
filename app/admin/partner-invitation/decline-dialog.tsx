import { zodResolver } from '@hookform/resolvers/zod';
import { type RefObject, useId } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextArea } from '@/components/ui/field';
import { declineAnswer } from '@/lib/consent/accept-request-input';

interface DeclineDialogProps {
  ref: RefObject<HTMLDialogElement | null>;
  partnerName: string;
  pending: boolean;
  onDecline: (answer: z.output<typeof declineAnswer>) => Promise<void>;
}

/** The second click of a no, with room for a reason that nobody has to give. */
export function DeclineDialog({ ref, partnerName, pending, onDecline }: DeclineDialogProps) {
  const id = useId();
  const { register, handleSubmit, formState } = useForm<
    z.input<typeof declineAnswer>,
    unknown,
    z.output<typeof declineAnswer>
  >({ resolver: zodResolver(declineAnswer) });
  return (
    <Dialog
      ref={ref}
      title={`Decline the request of ${partnerName}?`}
      actions={
        <>
          <Button variant="secondary" onClick={() => ref.current?.close()}>
            Go back
          </Button>
          <Button type="submit" form={id} pending={pending}>
            Decline request
          </Button>
        </>
      }
    >
      <form id={id} method="post" noValidate onSubmit={handleSubmit(onDecline)} className="grid gap-4">
        <p>Nothing is granted, and {partnerName} is told that you declined.</p>
        <Field
          label="Reason"
          optional
          hint={`${partnerName} can read it with the request.`}
          error={formState.errors.reason?.message}
        >
          {(field) => <TextArea {...field} {...register('reason')} autoComplete="off" />}
        </Field>
      </form>
    </Dialog>
  );
}
