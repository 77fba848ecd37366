import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { batches, batchProfiles, tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import type { ReachingPartner } from '@/lib/partners/reach';

/** A batch's devices being given a profile, as the job sees it; null when it is over or was replaced by a later one. */
export async function findBatchRun(runId: string) {
  const [found] = await db
    .select({ run: batchProfiles, batch: batches, tenant: tenants, person: users })
    .from(batchProfiles)
    .innerJoin(batches, eq(batches.id, batchProfiles.batchId))
    .innerJoin(tenants, eq(tenants.id, batchProfiles.partnerId))
    .innerJoin(users, eq(users.id, batchProfiles.startedBy))
    .where(and(eq(batchProfiles.runId, runId), isNull(batchProfiles.finishedAt)));
  if (!found) return null;
  const { run, batch, tenant, person } = found;
  const partner: ReachingPartner = { id: tenant.id, partnerType: tenant.partnerType };
  /** Whether who asked for it still has an account and a role that applies profiles. */
  const mayApply = !person.disabledAt && allows(toActor(person, tenant, ''), 'profiles:apply');
  return { ...run, batch, partner, mayApply };
}
