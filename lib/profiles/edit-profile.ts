import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { profiles } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { holdProfile } from './hold-profile';
import { profileFields, saidOf } from './profile-input';
import { concerned, profilesInHand } from './sight';

/**
 * Changes a profile, on every device that has it. `revision` is the one that was shown: outcome `changed` when somebody else
 * was quicker. Outcome `name_taken`; a profile that the organization does not manage is `not_found`.
 */
export const editProfile = command({
  allow: 'profiles:manage',
  input: profileFields.and(z.object({ customerId: z.uuid(), profileId: z.uuid(), revision: z.int().positive() })),
  audit: 'profile.edited',
  async run({ actor, about }, { customerId, profileId, revision, ...fields }) {
    const { tenant } = requireTenant(actor);
    const before = await holdProfile(profileId, await profilesInHand(tenant, customerId));
    if (!before) throw new AppError('not_found');
    if (before.revision !== revision) return { ok: false, reason: 'changed' } as const;
    const { name, description, settings } = fields;
    const nameKey = name.toLowerCase();
    const others = and(
      eq(profiles.customerId, customerId),
      eq(profiles.makerId, before.makerId),
      eq(profiles.nameKey, nameKey),
    );
    // Whoever may name one is held back by the same consent, so this stays true.
    const [other] = await db.select({ id: profiles.id }).from(profiles).where(others);
    if (other && other.id !== profileId) return { ok: false, reason: 'name_taken' } as const;
    await db
      .update(profiles)
      .set({ name, nameKey, description, settings, revision: revision + 1, updatedAt: now() })
      .where(eq(profiles.id, profileId));
    const detail = { ...saidOf(fields), ...(before.name === name ? {} : { before: before.name }) };
    about({ subjectId: profileId, ...concerned(tenant, customerId), detail });
    return { ok: true, revision: revision + 1 } as const;
  },
});
