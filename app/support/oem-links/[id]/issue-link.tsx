'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { useHydrated } from '@/components/ui/use-hydrated';
import { checksInput } from '@/lib/oem/issue-link-input';
import { linkCheckNames, linkChecks } from '@/lib/oem/link-checks';
import { issue } from '../actions';
import { answerRefusals } from './reasoned';

type Checks = Record<keyof z.output<typeof checksInput>, boolean>;

/** What support makes sure of, box by box, and the button that issues the link. */
export function IssueLink({ id }: { id: string }) {
  const ready = useHydrated();
  const router = useRouter();
  const { register, handleSubmit, setError, formState } = useForm<Checks, unknown, z.output<typeof checksInput>>({
    resolver: zodResolver(checksInput) as never,
    defaultValues: { company: false, website: false, makes: false, contact: false },
  });
  const { errors, isSubmitting } = formState;
  const submit = handleSubmit(async (checks) => {
    const answer = await issue(id, checks);
    if (!answer.ok) {
      const said = answer.reason === 'error' ? answer.message : answerRefusals[answer.reason];
      return setError('root', { message: said });
    }
    // The form is about to go.
    document.getElementById('main')?.focus();
    router.refresh();
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      <p className="text-muted">Tick what you made sure of. The activity logs of both sides keep it.</p>
      {errors.root && <Alert tone="danger">{errors.root.message}</Alert>}
      {linkCheckNames.map((check) => {
        const error = errors[check]?.message;
        return (
          <Checkbox
            key={check}
            {...register(check)}
            label={linkChecks[check]}
            aria-invalid={error ? true : undefined}
            description={error && <span className="font-medium text-danger">{error}</span>}
          />
        );
      })}
      <div>
        <Button type="submit" disabled={!ready} pending={isSubmitting}>
          Issue link
        </Button>
      </div>
    </form>
  );
}
