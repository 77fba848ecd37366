import { forbidden, notFound, redirect } from 'next/navigation';
import type { z } from 'zod';
import { currentActor } from '@/lib/auth/session';
import { AppError } from '@/lib/errors';
import { paths } from '@/lib/paths';
import type { Query } from '@/lib/query';

/**
 * A page's way to its data: runs the query as the person signed in and turns what the query refuses into the page that says
 * so: sign-in (and back to `here`), 403, or 404. An id that is no id is nothing that can be found.
 */
export async function load<Input extends z.ZodType, Result>(
  query: Query<Input, Result>,
  input: z.input<Input>,
  here: string,
): Promise<Result> {
  const actor = await currentActor();
  const outcome = await query(actor, input).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in outcome) return outcome.value;
  if (outcome.error instanceof AppError) {
    if (outcome.error.code === 'signed_out') redirect(paths.signIn(here));
    if (outcome.error.code === 'not_set_up') redirect(paths.home());
    if (outcome.error.code === 'denied') forbidden();
    if (outcome.error.code === 'not_found' || outcome.error.code === 'invalid') notFound();
  }
  throw outcome.error;
}
