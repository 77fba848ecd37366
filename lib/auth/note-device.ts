import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { knownDevices, sessions, type users } from '@/db/schema';
import { queueMail } from '@/lib/mail/queue-mail';
import { newDeviceMail } from './credential-mails';
import { nameAgent } from './name-agent';
import type { Sender } from './sender';

export const hashDevice = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Notes in the open transaction that a person signs in with this browser; when it is new to them they are told by mail, except
 * at the first time they sign in at all. A program of ours has no browser. Called before the session is there.
 */
export async function noteDevice(user: typeof users.$inferSelect, from: Sender | null, at: Date): Promise<void> {
  if (!from) return;
  if (from.device && (await isKnown(user.id, hashDevice(from.device), at))) return;
  const [before] = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, user.id)).limit(1);
  if (from.device) {
    const tokenHash = hashDevice(from.device);
    await db
      .insert(knownDevices)
      .values({ id: uuidv7(), userId: user.id, tokenHash, firstSeenAt: at, lastSeenAt: at })
      .onConflictDoNothing();
  }
  if (!before) return;
  const device = nameAgent(from.agent);
  const byDirectory = user.directoryOid !== null;
  await queueMail(user.email, newDeviceMail({ name: user.name, device, address: from.address, at, byDirectory }));
}

async function isKnown(userId: string, tokenHash: string, at: Date): Promise<boolean> {
  const known = await db
    .update(knownDevices)
    .set({ lastSeenAt: at })
    .where(and(eq(knownDevices.userId, userId), eq(knownDevices.tokenHash, tokenHash)))
    .returning({ id: knownDevices.id });
  return known.length > 0;
}
