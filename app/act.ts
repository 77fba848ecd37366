import type { z } from 'zod';
import { changingActor, changingSelf } from '@/lib/auth/session';
import type { Command, Outcome } from '@/lib/command';
import { AppError, type ErrorCode } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Query } from '@/lib/query';

/** What an action answers when it could not even ask its command, or the command broke. `fields` holds a sentence per field. */
export interface ActionFailure {
  ok: false;
  reason: 'error';
  code: ErrorCode;
  message: string;
  fields: Record<string, string>;
}

/** The first hop of a mutation: from a form's action to its command, as the person signed in. Never throws. */
export async function act<Input extends z.ZodType, Result extends Outcome>(
  command: Command<Input, Result>,
  input: z.input<Input>,
): Promise<Result | ActionFailure> {
  return actAs(changingActor, command, input);
}

/** The same for what a person of support does as themself while they see what an organization sees. */
export async function actAsSelf<Input extends z.ZodType, Result extends Outcome>(
  command: Command<Input, Result>,
  input: z.input<Input>,
): Promise<Result | ActionFailure> {
  return actAs(changingSelf, command, input);
}

/** The same for what a form has to know before its command, where that has outcomes of its own. */
export async function ask<Input extends z.ZodType, Result extends Outcome>(
  query: Query<Input, Result>,
  input: z.input<Input>,
): Promise<Result | ActionFailure> {
  return actAs(changingActor, query, input);
}

async function actAs<Input extends z.ZodType, Result extends Outcome>(
  who: typeof changingActor,
  gate: Command<Input, Result> | Query<Input, Result>,
  input: z.input<Input>,
): Promise<Result | ActionFailure> {
  try {
    return await gate(await who(), input);
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('failed');
    if (known !== error) log.error({ error, permission: gate.allow }, 'action failed');
    return { ok: false, reason: 'error', code: known.code, message: known.message, fields: known.fields };
  }
}
