'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { ActionFailure } from '@/app/act';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { useHydrated } from '@/components/ui/use-hydrated';
import { acceptAnswer, declineAnswer } from '@/lib/consent/accept-request-input';
import { dapLabel } from '@/lib/consent/dap-roles';
import { accept, decline } from './actions';
import { DeclineReason } from './decline-reason';
import type { HeldLink } from './held-link';

interface DecisionFormProps {
  link: HeldLink;
  /** Of what is shown: posted back, so that an answer is about what was read. */
  hash: string;
  partnerName: string;
  customerName: string;
  /** Delegated administration is asked for, so there is a box to leave it out. */
  dap: boolean;
  access: ReactNode;
  next: ReactNode;
}

interface Answer {
  yes: boolean;
  dap: boolean;
  reason: string;
}

type Refused = Awaited<ReturnType<typeof accept> | ReturnType<typeof decline>>;

/** The answer: delegated administration or not, the Yes, and two buttons that are equally easy to find. */
export function DecisionForm({ link, hash, partnerName, customerName, dap, access, next }: DecisionFormProps) {
  const ready = useHydrated();
  const router = useRouter();
  const [answerId] = useState(uuidv7);
  const [busy, setBusy] = useState<'accept' | 'decline' | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const { register, handleSubmit, resetField, getValues, setError, clearErrors, formState } = useForm<Answer>({
    resolver: zodResolver(acceptAnswer) as never,
    defaultValues: { yes: false, dap, reason: '' },
  });

  /** Whatever stands in the way is on the page once it is made anew; only our own trouble has no page. */
  const showAgain = (refused: Refused | ActionFailure) => {
    setBusy(null);
    if (refused.reason === 'error') {
      // The page, made anew, says how to sign in again.
      if ('code' in refused && refused.code === 'sign_in_again') router.refresh();
      return setNotice('message' in refused ? refused.message : null);
    }
    if (refused.reason === 'changed') {
      setNotice('What is asked has changed since you opened this page. Read it again before you answer.');
      resetField('yes');
    }
    if (refused.reason === 'already_granted')
      setNotice(
        `${partnerName} already holds this; a colleague may have granted it just now. There is nothing to add.`,
      );
    router.refresh();
  };
  const answer = async (how: 'accept' | 'decline', send: () => Promise<Refused>) => {
    if (busy) return;
    setBusy(how);
    setNotice(null);
    showAgain(await send());
  };
  const submit = handleSubmit((given) =>
    answer('accept', () => accept(link, { shown: hash, yes: true, dap: given.dap })),
  );
  const no = () => {
    clearErrors();
    const given = declineAnswer.safeParse({ reason: getValues('reason') });
    if (!given.success) return setError('reason', { message: given.error.issues[0]?.message }, { shouldFocus: true });
    void answer('decline', () => decline(link, { ...given.data, answerId }));
  };
  const error = formState.errors.yes?.message;

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <Card title="Administrative access">
        {access}
        {dap && <Checkbox {...register('dap')} label={dapLabel} className="mt-4" />}
      </Card>
      {next}
      <Card title="Your answer">
        <div className="grid gap-4">
          {notice && <Alert tone="warning">{notice}</Alert>}
          <Checkbox
            {...register('yes')}
            label="Yes"
            aria-invalid={error ? true : undefined}
            description={
              <>
                I have read the above and grant {partnerName} this relationship with {customerName}.
                {error && <span className="mt-1 block font-medium text-danger">{error}</span>}
              </>
            }
          />
          <DeclineReason
            partnerName={partnerName}
            error={formState.errors.reason?.message}
            field={register('reason')}
          />
          <div className="grid grid-cols-2 gap-3 sm:flex">
            <Button type="submit" disabled={!ready} pending={busy === 'accept'} className="sm:min-w-32">
              Accept
            </Button>
            <Button
              variant="secondary"
              disabled={!ready}
              pending={busy === 'decline'}
              onClick={no}
              className="sm:min-w-32"
            >
              Decline
            </Button>
          </div>
        </div>
      </Card>
    </form>
  );
}
