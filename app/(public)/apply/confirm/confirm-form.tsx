'use client';

import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { useHydrated } from '@/components/ui/use-hydrated';
import { paths } from '@/lib/paths';
import { confirm } from '../actions';

const refusals = {
  dead: 'This link does not work any more. Reload the page to see why.',
  domain_taken:
    'An organization with this domain has a place here by now. One of its administrators can invite you; there is nothing to confirm.',
  already_waiting:
    'Somebody else confirmed an application for this domain first. Support answers that one; there is nothing to confirm.',
};

/** The one button that puts an application before support: opening the link does not. */
export function ConfirmForm({ link, email }: { link: string; email: string }) {
  const ready = useHydrated();
  const [state, setState] = useState<'asking' | 'sending' | 'done'>('asking');
  const [failure, setFailure] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState('sending');
    const result = await confirm(link);
    if (result.ok) return setState('done');
    setFailure(result.reason === 'error' ? result.message : refusals[result.reason]);
    setState('asking');
  };
  if (state === 'done') {
    return (
      <div className="mt-6">
        <Alert tone="success" title="Your application is with support">
          Support looks at it now and answers to {email}. If it is approved, you get a link to set up your account as
          the first global administrator. If it is refused, you read why.
        </Alert>
      </div>
    );
  }
  return (
    <form method="post" onSubmit={submit} className="mt-6 grid gap-4">
      {failure && <Alert tone="danger">{failure}</Alert>}
      <p className="text-muted">
        Something is wrong? <TextLink href={paths.apply()}>Apply again</TextLink>; the newest link counts.
      </p>
      <div>
        <Button type="submit" disabled={!ready} pending={state === 'sending'}>
          Confirm application
        </Button>
      </div>
    </form>
  );
}
