import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { knownDevices, users } from '@/db/schema';
import { hashDevice } from './note-device';
import type { Sender } from './sender';

/** Whether somebody signed in with this name by this browser before. Nobody can pretend to: what says so is 32 random bytes in its cookie. */
export async function isOwnDevice(email: string, from: Sender | null): Promise<boolean> {
  if (!from?.device) return false;
  const [found] = await db
    .select({ id: knownDevices.id })
    .from(knownDevices)
    .innerJoin(users, eq(users.id, knownDevices.userId))
    .where(and(eq(users.email, email), isNull(users.removedAt), eq(knownDevices.tokenHash, hashDevice(from.device))));
  return found !== undefined;
}
