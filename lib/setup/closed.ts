import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import type { MaybeActor } from '@/lib/auth/actor';
import type { Permission } from '@/lib/auth/policy';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** Once there is an operator there is one for good; each bundle of this file remembers it for itself. */
let opened = false;

/** What a visitor may do before anything else: set the portal up, and ask whether it runs. */
const open: readonly Permission[] = ['setup:claim', 'health:read'];

/** Whether the portal has no operator yet. The demo brings its own. */
export async function isClosed(): Promise<boolean> {
  if (opened || env.DEMO) return false;
  const [operator] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.kind, 'operator')).limit(1);
  opened = operator !== undefined;
  return !opened;
}

/** Throws `not_set_up` for visitors of a portal without an operator. Whoever signed in shows that there is one. */
export async function refuseWhileClosed(actor: MaybeActor, permission: Permission): Promise<void> {
  if (actor || open.includes(permission)) return;
  if (await isClosed()) throw new AppError('not_set_up');
}
