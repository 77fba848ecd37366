import { AppError } from '@/lib/errors';
import type { MaybeActor, TenantActor } from './actor';
import type { Permission } from './policy';

/** What the people of a suspended organization may still do: come and go, keep their own account safe, and note what they have read. */
const left: ReadonlySet<Permission> = new Set([
  'session:start',
  'session:end',
  'password:set',
  'account:manage',
  'notifications:manage',
]);

/** What a suspended organization, or one of its programs, is told wherever it knocks. */
export function suspensionSentence(actor: TenantActor): string {
  const what = actor.tenant.suspendedAt ? `the organization ${actor.tenant.name}` : `the API client ${actor.name}`;
  return `Support has suspended ${what}. Nothing can be done until it is reinstated. Ask Countersign support.`;
}

/** Throws `suspended` for a program that is, or whose organization is: it neither reads nor changes anything. */
export function refuseSuspendedClient(actor: MaybeActor): void {
  if (actor?.type !== 'client') return;
  if (actor.tenant.suspendedAt || actor.suspendedAt) throw new AppError('suspended', suspensionSentence(actor));
}

/** Throws `suspended` for people of a suspended organization, who change nothing; they may still read. */
export function refuseSuspendedChange(actor: MaybeActor, permission: Permission): void {
  if (actor?.type === 'user' && actor.tenant.suspendedAt && !left.has(permission)) throw new AppError('suspended');
}
