import type { z } from 'zod';
import type { UserActor } from '@/lib/auth/actor';
import { createProfile } from '@/lib/profiles/create-profile';
import type { profileFields } from '@/lib/profiles/profile-input';

type Fields = z.input<typeof profileFields>;

/** For tests: a profile that this person makes for the customer. Returns its id. */
export async function newProfile(person: UserActor, customerId: string, given: Partial<Fields> = {}): Promise<string> {
  const made = await createProfile(person, { customerId, name: 'Kiosk', settings: [], ...given });
  if (!made.ok) throw new Error(`the profile was not made: ${made.reason}`);
  return made.id;
}
