import type { webhookEndpoints } from '@/db/schema';
import { whomToTell } from '@/lib/consent/whom-to-tell';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';

/** Tells who made an endpoint, or everybody who could have, that an event did not arrive and what became of the endpoint. */
export async function tellOwner(
  { id, tenantId, createdBy, url }: typeof webhookEndpoints.$inferSelect,
  outcome: 'failed' | 'disabled',
): Promise<void> {
  await notify({
    kind: 'webhook_failing',
    to: await whomToTell(createdBy, tenantId, 'webhooks:manage'),
    params: { host: new URL(url).host, outcome },
    path: paths.webhook(id),
  });
}
