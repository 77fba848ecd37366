import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';

/** Events are sent again from now on, and three new days are given. Outcome `already_enabled`. */
export const enableEndpoint = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid() }),
  audit: 'webhook.enabled',
  async run({ actor, about }, { endpointId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    if (!endpoint.disabledAt) return { ok: false, reason: 'already_enabled' } as const;
    await db
      .update(webhookEndpoints)
      .set({ disabledAt: null, disabledWhy: null, failingSince: null })
      .where(eq(webhookEndpoints.id, endpointId));
    about(endpointSubject(endpoint));
    return { ok: true } as const;
  },
});
