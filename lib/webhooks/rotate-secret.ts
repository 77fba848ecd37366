import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { webhookEndpoints } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endpointSubject, holdOwnEndpoint } from './own-endpoint';
import { newWebhookSecret, oldSecretSigns, sealSecret } from './secret';

/**
 * A new secret, in the answer and nowhere else. The one before signs along for a day, so that nothing is lost while the
 * receiver changes over; one older than that signs no more.
 */
export const rotateSecret = command({
  allow: 'webhooks:manage',
  input: z.object({ endpointId: z.uuid() }),
  audit: 'webhook.secret_rotated',
  async run({ actor, about }, { endpointId }) {
    const endpoint = await holdOwnEndpoint(requireTenant(actor), endpointId);
    const secret = newWebhookSecret();
    const oldUntil = later(now(), oldSecretSigns);
    await db
      .update(webhookEndpoints)
      .set({ secret: sealSecret(secret, endpointId), oldSecret: endpoint.secret, oldUntil })
      .where(eq(webhookEndpoints.id, endpointId));
    about(endpointSubject(endpoint));
    return { ok: true, secret, oldUntil } as const;
  },
});
