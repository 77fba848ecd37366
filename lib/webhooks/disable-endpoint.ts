import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';

/** Nothing more is sent; what happens meanwhile is not kept for later. Outcome `already_disabled`. */
export const disableEndpoint = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid() }),
  audit: 'webhook.disabled',
  async run({ actor, about }, { endpointId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    if (endpoint.disabledAt) return { ok: false, reason: 'already_disabled' } as const;
    await db
      .update(webhookEndpoints)
      .set({ disabledAt: now(), disabledWhy: 'person' })
      .where(eq(webhookEndpoints.id, endpointId));
    about(endpointSubject(endpoint));
    return { ok: true } as const;
  },
});
