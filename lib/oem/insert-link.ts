import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { standingLinks } from '@/db/schema';
import { newInvitationToken } from '@/lib/consent/invitation-token';

/** Makes a consent link for an OEM, inside the transaction of the command; null where it has one that works. */
export async function insertLink(given: { partnerId: string; createdBy: string; createdAt: Date }) {
  const [made] = await db
    .insert(standingLinks)
    .values({ id: uuidv7(), kind: 'oem', providerId: null, code: newInvitationToken(), ...given })
    .onConflictDoNothing()
    .returning({ id: standingLinks.id });
  return made?.id ?? null;
}
