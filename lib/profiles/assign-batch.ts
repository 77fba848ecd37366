import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { batches, batchProfiles } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { registrarsInReach } from '@/lib/partners/reach';
import { holdProfile } from './hold-profile';
import { profilesInHand } from './sight';

/**
 * Begins to give all devices of a batch a profile, or with null to take theirs away: a job does it, since a batch may have a
 * million. Whoever asks while one is under way replaces it. Another organization's batch or profile is `not_found`, and a
 * customer has no batches.
 */
export const assignBatch = command({
  allow: 'profiles:apply',
  input: z.object({ customerId: z.uuid(), batchId: z.uuid(), profileId: z.uuid().nullable() }),
  audit: 'batch.profile_asked',
  async run({ actor, about }, { customerId, batchId, profileId }) {
    const person = requireUser(actor);
    const partnerId = person.tenant.id;
    const inHand = await profilesInHand(person.tenant, customerId);
    const profile = profileId ? await holdProfile(profileId, inHand) : null;
    const [batch] = await db
      .select({ name: batches.name })
      .from(batches)
      .where(
        and(
          eq(batches.id, batchId),
          eq(batches.customerId, customerId),
          inArray(batches.partnerId, await registrarsInReach(person.tenant)),
        ),
      );
    if (person.tenant.kind !== 'partner' || profile === undefined || !batch) throw new AppError('not_found');
    const runId = uuidv7();
    const run = {
      runId,
      profileId,
      partnerId,
      startedBy: person.id,
      startedAt: now(),
      lastUpload: 0,
      lastRow: 0,
      done: 0,
      finishedAt: null,
      stopped: null,
    };
    await db
      .insert(batchProfiles)
      .values({ batchId, ...run })
      .onConflictDoUpdate({ target: batchProfiles.batchId, set: run });
    await enqueue('batch.assign_profile', { runId });
    const detail = { batch: batch.name, profile: profile?.name ?? '' };
    about({ subjectId: batchId, customerId, partnerId, detail });
    return { ok: true } as const;
  },
});
