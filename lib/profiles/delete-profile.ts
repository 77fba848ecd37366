import { and, count, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { defaultProfiles, profiles, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { endedStates } from '@/lib/devices/upload-state';
import { AppError } from '@/lib/errors';
import { devicesByProfile, forgetCounts } from './count-profiles';
import { holdProfile } from './hold-profile';
import { concerned, profilesInHand } from './sight';

/**
 * Deletes a profile that no device has; where it was the default there is none any more. Outcomes `assigned` with to how many
 * devices, and `awaited` while an upload is under way that gives it to what it registers. Else `not_found`.
 */
export const deleteProfile = command({
  allow: 'profiles:manage',
  input: z.object({ customerId: z.uuid(), profileId: z.uuid() }),
  audit: 'profile.deleted',
  async run({ actor, about }, { customerId, profileId }) {
    const { tenant } = requireTenant(actor);
    const profile = await holdProfile(profileId, await profilesInHand(tenant, customerId));
    if (!profile) throw new AppError('not_found');
    const devices = (await devicesByProfile([profileId])).get(profileId) ?? 0;
    if (devices > 0) return { ok: false, reason: 'assigned', devices } as const;
    const awaiting = and(
      eq(uploads.customerId, customerId),
      eq(uploads.profileId, profileId),
      notInArray(uploads.state, [...endedStates]),
    );
    const [waiting] = await db.select({ total: count() }).from(uploads).where(awaiting);
    if (waiting && waiting.total > 0) return { ok: false, reason: 'awaited' } as const;
    await db.delete(defaultProfiles).where(eq(defaultProfiles.profileId, profileId));
    await forgetCounts(profileId);
    await db.delete(profiles).where(eq(profiles.id, profileId));
    about({ subjectId: profileId, ...concerned(tenant, customerId), detail: { profile: profile.name } });
    return { ok: true } as const;
  },
});
