import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { defaultProfiles, profiles } from '@/db/schema';
import type { TenantActor } from '@/lib/auth/actor';
import { allows } from '@/lib/auth/policy';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { holdProfile } from './hold-profile';
import { profilesInHand } from './sight';

/**
 * The profile for what an upload registers: the one that was asked for, none for `none`, and when nothing was said the
 * partner's default for this customer, also for who may not choose. Held until the open transaction ends. Throws `denied`
 * when somebody chooses who may not, and `invalid` for a profile that is not there.
 */
export async function profileFor(
  person: TenantActor,
  customerId: string,
  asked: string | undefined,
): Promise<string | null> {
  if (asked !== undefined) {
    if (!allows(person, 'profiles:apply')) throw new AppError('denied');
    if (asked === 'none') return null;
    const chosen = await holdProfile(asked, await profilesInHand(person.tenant, customerId));
    const gone = 'This profile is not there any more. Reload the page and choose again.';
    if (!chosen) throw new AppError('invalid', gone, { profile: gone });
    return chosen.id;
  }
  const [usual] = await db
    .select({ id: defaultProfiles.profileId })
    .from(defaultProfiles)
    .innerJoin(profiles, eq(profiles.id, defaultProfiles.profileId))
    .where(
      and(
        eq(defaultProfiles.customerId, customerId),
        eq(defaultProfiles.partnerId, person.tenant.id),
        // A reseller's that a provider had chosen is out of reach once they part.
        inArray(profiles.makerId, await registrarsInReach(person.tenant)),
      ),
    );
  return usual ? ((await holdProfile(usual.id))?.id ?? null) : null;
}
