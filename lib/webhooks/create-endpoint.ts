import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants, webhookEndpoints } from '@/db/schema';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { mayHaveApi } from '@/lib/auth/policy';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { endpointInput } from './endpoint-input';
import { endpointSubject } from './own-endpoint';
import { requireTarget } from './require-target';
import { newWebhookSecret, sealSecret } from './secret';

/** Of one organization; each gets every event that it asks for. */
export const endpointsAtMost = 10;

/**
 * Makes an endpoint with its secret, which is in the answer and then only with whoever copied it. The form makes the id, so that
 * a double click is one endpoint: `already_made`, which an API client is also told that has one. `too_many`; `no_api` for an
 * indirect reseller. Throws `invalid` for a URL that events may not be sent to.
 */
export const createEndpoint = command({
  allow: 'webhooks:manage',
  input: endpointInput.extend({ id: z.uuid() }),
  audit: 'webhook.created',
  async run({ actor, about }, { id, url, events }) {
    const maker = requireTenant(actor);
    const { tenant } = maker;
    if (!mayHaveApi(tenant)) return { ok: false, reason: 'no_api' } as const;
    requireTarget(url);
    // Held, so that those who make one at once are counted one after the other.
    await db
      .update(tenants)
      .set({ name: sql`${tenants.name}` })
      .where(eq(tenants.id, tenant.id));
    const secret = newWebhookSecret();
    const [made] = await db
      .insert(webhookEndpoints)
      .values({
        id,
        tenantId: tenant.id,
        url,
        events,
        secret: sealSecret(secret, id),
        ...madeBy(maker),
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning();
    if (!made) return { ok: false, reason: 'already_made' } as const;
    const theirs = await db
      .select({ id: webhookEndpoints.id })
      .from(webhookEndpoints)
      .where(and(eq(webhookEndpoints.tenantId, tenant.id), isNull(webhookEndpoints.removedAt)));
    if (theirs.length > endpointsAtMost) return { ok: false, reason: 'too_many' } as const;
    about(endpointSubject(made, { events }));
    return { ok: true, id, secret } as const;
  },
});
