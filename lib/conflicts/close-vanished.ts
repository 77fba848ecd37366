import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import type { AlsoAbout } from '@/lib/command';
import { stillRegistered } from '@/lib/devices/registered-hardware';
import { settle } from './settle';
import { openStates } from './state';
import { askerSubject, holderSubject } from './subjects';
import { tellAsker } from './tell-sides';

/**
 * Closes what was asked of a customer about devices that are registered there no longer, and tells who asked. Called by
 * whatever deregisters devices of that customer, in its transaction.
 */
export async function closeVanished(customerId: string, also: AlsoAbout): Promise<void> {
  const open = await db
    .select({ id: conflicts.id, deviceId: conflicts.deviceId, registrarId: conflicts.registrarId })
    .from(conflicts)
    .where(and(eq(conflicts.holderCustomerId, customerId), inArray(conflicts.state, openStates)));
  if (open.length === 0) return;
  const registrars = [...new Set(open.map(({ registrarId }) => registrarId))];
  const registered = await stillRegistered(
    open.map(({ deviceId }) => deviceId),
    { registrars, customerId },
  );
  const there = new Set(registered.map(({ id }) => id));
  for (const { id, deviceId } of open) {
    const closed = there.has(deviceId) ? null : await settle(id, 'vanish');
    if (!closed) continue;
    await tellAsker(closed, 'closed');
    also('conflict.closed', askerSubject(closed, { outcome: 'closed' }));
    also('conflict.closed', await holderSubject(closed, { outcome: 'closed' }));
  }
}
