import type { UserActor } from '@/lib/auth/actor';
import { env } from '@/lib/env';
import { dropFactors } from './drop-factors';
import { findFactors } from './find-factors';
import { hasFactor, mustHaveFactor } from './owed';

/**
 * After one of a person's factors was taken away in the open transaction: false when it was the last one and they must have one.
 * Recovery codes go with the last: they are no factor of their own.
 */
export async function settleDropped({ id, roles, tenant }: UserActor): Promise<boolean> {
  if (hasFactor(await findFactors(id))) return true;
  if (mustHaveFactor({ kind: tenant.kind, roles }, env.DEMO)) return false;
  await dropFactors(id);
  return true;
}
