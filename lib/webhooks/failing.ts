import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { later, now } from '@/lib/clock';
import type { AlsoAbout } from '@/lib/command';
import { failingAtMost } from './pauses';

/** Something arrived: whatever failed before counts no longer. */
export async function clearFailing(endpointId: string): Promise<void> {
  const failing = and(eq(webhookEndpoints.id, endpointId), isNotNull(webhookEndpoints.failingSince));
  await db.update(webhookEndpoints).set({ failingSince: null }).where(failing);
}

/** Notes since when nothing arrives, unless that is noted. */
export async function markFailing(endpointId: string, since: Date): Promise<void> {
  const fine = and(eq(webhookEndpoints.id, endpointId), isNull(webhookEndpoints.failingSince));
  await db.update(webhookEndpoints).set({ failingSince: since }).where(fine);
}

/** Disables an endpoint at which nothing arrived for three days; says whether this did it. */
export async function giveUpEndpoint(endpointId: string, also: AlsoAbout): Promise<boolean> {
  const at = now();
  const [disabled] = await db
    .update(webhookEndpoints)
    .set({ disabledAt: at, disabledWhy: 'failing' })
    .where(
      and(
        eq(webhookEndpoints.id, endpointId),
        isNull(webhookEndpoints.disabledAt),
        isNull(webhookEndpoints.removedAt),
        lte(webhookEndpoints.failingSince, later(at, -failingAtMost)),
      ),
    )
    .returning();
  if (!disabled) return false;
  const { tenantId, url } = disabled;
  also('webhook.given_up', { subjectId: endpointId, partnerId: tenantId, detail: { host: new URL(url).host } });
  return true;
}
