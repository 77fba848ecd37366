import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { defaultProfiles } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { holdProfile } from './hold-profile';
import { profilesInHand } from './sight';

/**
 * Makes a profile the one that a partner gives to what it registers for a customer from now on, or with null none. Devices
 * that are registered keep theirs. A customer registers nothing, so for it there is nothing here: `not_found`.
 */
export const setDefault = command({
  allow: 'profiles:manage',
  input: z.object({ customerId: z.uuid(), profileId: z.uuid().nullable() }),
  audit: 'profile.default_set',
  async run({ actor, about }, { customerId, profileId }) {
    const person = requireUser(actor);
    const { tenant } = person;
    if (tenant.kind !== 'partner') throw new AppError('not_found');
    const inHand = await profilesInHand(tenant, customerId);
    const profile = profileId ? await holdProfile(profileId, inHand) : null;
    if (profile === undefined) throw new AppError('not_found');
    const theirs = { customerId, partnerId: tenant.id };
    if (profile) {
      const given = { profileId: profile.id, setBy: person.id, setAt: now() };
      await db
        .insert(defaultProfiles)
        .values({ ...theirs, ...given })
        .onConflictDoUpdate({ target: [defaultProfiles.customerId, defaultProfiles.partnerId], set: given });
    } else {
      const mine = and(eq(defaultProfiles.customerId, customerId), eq(defaultProfiles.partnerId, tenant.id));
      await db.delete(defaultProfiles).where(mine);
    }
    about({ ...(profile ? { subjectId: profile.id } : {}), ...theirs, detail: { profile: profile?.name ?? '' } });
    return { ok: true } as const;
  },
});
