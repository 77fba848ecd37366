import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { sessions, type tenants, type users } from '@/db/schema';
import type { SignInMethod } from '@/db/schema/people';
import { later, now } from '@/lib/clock';
import type { UserActor } from './actor';
import { toActor } from './load-session';
import { noteDevice } from './note-device';
import type { Sender } from './sender';
import { sessionLifetime } from './session-rules';

interface Proven {
  user: typeof users.$inferSelect;
  tenant: typeof tenants.$inferSelect;
  method: SignInMethod;
  /** Null for a program of ours. */
  from: Sender | null;
}

/**
 * Begins the session of somebody who has just proven who they are, in the open transaction, and mails them when the browser is
 * new to them. Whether the account is switched off, the caller has looked.
 */
export async function startSession({ user, tenant, method, from }: Proven): Promise<UserActor> {
  const id = uuidv7();
  const at = now();
  const { address = null, agent = null } = from ?? {};
  await noteDevice(user, from, at);
  const expiresAt = later(at, sessionLifetime);
  await db
    .insert(sessions)
    .values({ id, userId: user.id, createdAt: at, seenAt: at, expiresAt, method, address, agent });
  return toActor(user, tenant, id, at);
}
