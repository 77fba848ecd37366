import type { z } from 'zod';
import type { MaybeActor } from './auth/actor';
import type { Permission } from './auth/policy';
import { authorise, parse } from './command';
import { refuseWhileClosed } from './setup/closed';

interface QuerySpec<Input extends z.ZodType, Result> {
  allow: Permission;
  input: Input;
  run(actor: MaybeActor, input: z.output<Input>): Promise<Result>;
}

export interface Query<Input extends z.ZodType = z.ZodType, Result = unknown> {
  (actor: MaybeActor, input: z.input<Input>): Promise<Result>;
  readonly gate: 'query';
  readonly allow: Permission;
  readonly input: Input;
}

/**
 * The only door to reading state: authorises, parses, runs. Changes nothing. Another tenant's row is AppError `not_found`,
 * and so is an id that is no id.
 */
export function query<Input extends z.ZodType, Result>(spec: QuerySpec<Input, Result>): Query<Input, Result> {
  const run = async (actor: MaybeActor, raw: z.input<Input>): Promise<Result> => {
    authorise(actor, spec.allow);
    await refuseWhileClosed(actor, spec.allow);
    return spec.run(actor, parse(spec.input, raw));
  };
  return Object.assign(run, { gate: 'query', allow: spec.allow, input: spec.input } as const);
}
