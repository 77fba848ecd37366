import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { endpointInput } from './endpoint-input';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';
import { requireTarget } from './require-target';

/** Where events go and which, from the next attempt on; the secret stays. Throws `invalid` for a URL that is not allowed. */
export const changeEndpoint = command({
  allow: 'webhooks:manage',
  input: endpointInput.extend({ endpointId: z.uuid() }),
  audit: 'webhook.changed',
  async run({ actor, about }, { endpointId, url, events }) {
    const before = await holdOwnEndpoint(requireTenant(actor), endpointId);
    requireTarget(url);
    // Another address has not failed yet.
    const fresh = url === before.url ? {} : { failingSince: null };
    await db
      .update(webhookEndpoints)
      .set({ url, events, ...fresh })
      .where(eq(webhookEndpoints.id, endpointId));
    about(endpointSubject({ ...before, url }, { events }));
    return { ok: true } as const;
  },
});
