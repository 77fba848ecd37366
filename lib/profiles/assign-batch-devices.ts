import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { batchProfiles } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { batchToAssign } from '@/lib/devices/assignable-devices';
import { lockDevices } from '@/lib/devices/lock-devices';
import { holdReach, whyOutOfReach } from '@/lib/partners/hold-reach';
import { findBatchRun } from './find-batch-run';
import { giveProfile } from './give-profile';
import { holdProfile } from './hold-profile';

/** Devices in one transaction. */
const atOnce = 2000;

const whyStopped = { consent_revoked: 'consent_ended', suspended: 'suspended' } as const;

/**
 * Gives the next devices of a batch their profile, in the order they were registered in, and answers whether that were the last. Stops for
 * good when the consent has ended, the partner is suspended, the profile is gone, or whoever asked for it may no longer.
 */
export const assignBatchDevices = command({
  allow: 'profiles:process',
  input: z.object({ runId: z.uuid() }),
  audit: 'devices.batch_profiled',
  async run({ about }, { runId }) {
    await lockDevices();
    const run = await findBatchRun(runId);
    if (!run) return { ok: false, reason: 'over' } as const;
    const { batch, partner } = run;
    const mayAct = await holdReach(partner, batch.customerId);
    const profile = run.profileId ? await holdProfile(run.profileId) : null;
    const stopped = !mayAct
      ? whyStopped[await whyOutOfReach(partner, batch.customerId)]
      : !run.mayApply
        ? 'permission_revoked'
        : profile === undefined
          ? 'profile_gone'
          : null;
    const some = stopped
      ? []
      : await batchToAssign(partner, batch, { upload: run.lastUpload, row: run.lastRow }, atOnce);
    await giveProfile(some, 'partner', profile ?? null, { createdBy: run.startedBy, clientId: null });
    const last = some.at(-1);
    const over = some.length < atOnce;
    await db
      .update(batchProfiles)
      .set({
        done: sql`${batchProfiles.done} + ${some.length}`,
        lastUpload: last?.upload ?? run.lastUpload,
        lastRow: last?.row ?? run.lastRow,
        ...(over ? { finishedAt: now(), stopped } : {}),
      })
      .where(eq(batchProfiles.runId, runId));
    const detail = { batch: batch.name, devices: some.length, profile: profile?.name ?? '' };
    about({ subjectId: batch.id, customerId: batch.customerId, partnerId: partner.id, detail });
    return { ok: true, over } as const;
  },
});
