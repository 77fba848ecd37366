import type { z } from 'zod';
import { inTransaction, transaction } from '@/db';
import { isStorageFull } from '@/db/errors';
import { type AuditSubject, recordEvent } from './audit/record';
import { type MaybeActor, systemActor } from './auth/actor';
import { refuseStale } from './auth/fresh';
import { allows, type Permission } from './auth/policy';
import { refuseSuspendedChange, refuseSuspendedClient } from './auth/suspended';
import { AppError, type ErrorCode } from './errors';
import { refuseWhileClosed } from './setup/closed';

/** What every command answers: done, or one of the outcomes its caller must handle. */
export type Outcome = { ok: true } | { ok: false; reason: string };

export interface CommandContext {
  actor: MaybeActor;
  /** Says what the audit event is about. A command that changes something and does not call it is broken. */
  about(subject: AuditSubject): void;
  /**
   * Adds what the logs of other organizations say of the same change, in the portal's own name: for two sides that must not
   * learn of each other, where one event would name each to the other.
   */
  also: AlsoAbout;
}

export type AlsoAbout = (action: string, subject: AuditSubject) => void;

interface CommandSpec<Input extends z.ZodType, Result extends Outcome, Prepared> {
  allow: Permission;
  input: Input;
  /** The action of the audit event, in the past tense: `consent_request.sent`. */
  audit: string;
  /** Where attempts that come to nothing go on record too, without anything else of them: the action, and what they were about. */
  refused?: { audit: string; about(input: z.output<Input>): AuditSubject };
  /** Slow work that must not hold a transaction open, such as hashing a password. */
  prepare?(input: z.output<Input>, actor: MaybeActor): Promise<Prepared>;
  run(context: CommandContext, input: z.output<Input>, prepared: Prepared): Promise<Result>;
}

export interface Command<Input extends z.ZodType = z.ZodType, Result extends Outcome = Outcome> {
  (actor: MaybeActor, input: z.input<Input>): Promise<Result>;
  readonly gate: 'command';
  readonly allow: Permission;
  readonly audit: string;
  /** The action of attempts that come to nothing, where they are on record. */
  readonly refused: string | null;
  readonly input: Input;
}

/** Refusals of a person who was let into the portal; whoever is not signed in writes into no log. */
const onRecord: ReadonlySet<ErrorCode> = new Set(['denied', 'not_found']);

class RolledBack<Result> extends Error {
  constructor(readonly result: Result) {
    super('rolled back');
  }
}

/**
 * The only door to a state change: parses, authorises, opens the transaction, runs, writes the one audit event, commits. An
 * outcome that is not ok rolls everything back. Throws AppError `invalid`, `signed_out`, `denied`, `viewing`, `suspended`,
 * `sign_in_again` or `storage_full`.
 */
export function command<Input extends z.ZodType, Result extends Outcome, Prepared = undefined>(
  spec: CommandSpec<Input, Result, Prepared>,
): Command<Input, Result> {
  const attempt = async (actor: MaybeActor, raw: z.input<Input>): Promise<Result> => {
    // A refused inner command could not roll back its own part of the outer one's work.
    if (inTransaction()) throw new Error(`${spec.audit}: a command cannot run inside another`);
    refuseViewer(actor);
    authorise(actor, spec.allow);
    refuseSuspendedChange(actor, spec.allow);
    refuseStale(actor, spec.allow);
    await refuseWhileClosed(actor, spec.allow);
    const input = parse(spec.input, raw);
    const prepared = (await spec.prepare?.(input, actor)) as Prepared;
    try {
      return await transaction(async () => {
        let subject: AuditSubject | undefined;
        const about = (given: AuditSubject) => {
          subject = given;
        };
        const others: Parameters<AlsoAbout>[] = [];
        const also: AlsoAbout = (...event) => void others.push(event);
        const result = await spec.run({ actor, about, also }, input, prepared);
        if (!result.ok) throw new RolledBack(result);
        if (!subject) throw new Error(`${spec.audit} changed something without saying what`);
        await recordEvent(spec.audit, actor, subject);
        for (const [action, other] of others) await recordEvent(action, systemActor(spec.audit), other);
        return result;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.result;
      if (isStorageFull(error)) throw new AppError('storage_full');
      throw error;
    }
  };
  const { allow, audit, input, refused } = spec;
  const put = (actor: MaybeActor, raw: unknown, why: string) =>
    refused && recordRefusal(refused, input, actor, raw, why);
  const run = async (actor: MaybeActor, raw: z.input<Input>): Promise<Result> => {
    const result = await attempt(actor, raw).catch(async (error: unknown) => {
      if (error instanceof AppError && onRecord.has(error.code)) await put(actor, raw, error.code);
      throw error;
    });
    if (!result.ok) await put(actor, raw, result.reason);
    return result;
  };
  return Object.assign(run, { gate: 'command', allow, audit, refused: refused?.audit ?? null, input } as const);
}

/** In a transaction of its own: that of the attempt was rolled back. What was attempted is told as it was sent, if it can be read. */
async function recordRefusal<Input extends z.ZodType>(
  { audit, about }: { audit: string; about(input: z.output<Input>): AuditSubject },
  schema: Input,
  actor: MaybeActor,
  raw: unknown,
  why: string,
): Promise<void> {
  const sent = schema.safeParse(raw);
  const { detail, ...subject } = sent.success ? about(sent.data) : {};
  await transaction(() => recordEvent(audit, actor, { ...subject, detail: { ...detail, why } }));
}

/** Throws `viewing` for one of support who sees what an organization sees: before anything else, and whatever it is. */
export function refuseViewer(actor: MaybeActor): void {
  if (actor?.type === 'user' && actor.viewer) throw new AppError('viewing');
}

/**
 * Throws `signed_out` for a visitor and `denied` for anyone else the policy does not name, and `suspended` for a program that
 * support has suspended.
 */
export function authorise(actor: MaybeActor, permission: Permission): void {
  if (!allows(actor, permission)) throw new AppError(actor ? 'denied' : 'signed_out');
  refuseSuspendedClient(actor);
}

/** Parses with the schema; throws AppError `invalid` with one sentence per field. */
export function parse<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.'), issue.message]).reverse(),
  );
  throw new AppError('invalid', undefined, fields);
}
