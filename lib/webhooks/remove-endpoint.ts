import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';

/** Takes an endpoint away for good. Throws `not_found` when it is gone. */
export const removeEndpoint = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid() }),
  audit: 'webhook.removed',
  async run({ actor, about }, { endpointId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    await db.update(webhookEndpoints).set({ removedAt: now() }).where(eq(webhookEndpoints.id, endpointId));
    about(endpointSubject(endpoint));
    return { ok: true } as const;
  },
});
