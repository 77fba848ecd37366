import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, apiTokens } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { removeEndpointOf } from '@/lib/webhooks/own-endpoint';
import { holdOwnClient } from './own-client';

/**
 * Ends a client for good: its next call is refused, whatever token it holds. What it registered stays; the
 * webhook it made goes, and its requests that nobody answered read as canceled.
 */
export const revokeClient = command({
  allow: 'api_clients:manage',
  input: z.object({ clientId: z.uuid() }),
  audit: 'api_client.revoked',
  async run({ actor, about }, { clientId }) {
    const person = requireUser(actor);
    const client = await holdOwnClient(person.tenant, clientId);
    await db.update(apiClients).set({ revokedAt: now(), revokedBy: person.id }).where(eq(apiClients.id, clientId));
    await db.delete(apiTokens).where(eq(apiTokens.clientId, clientId));
    await removeEndpointOf(clientId);
    about({ subjectId: clientId, partnerId: person.tenant.id, detail: { client: client.name } });
    return { ok: true } as const;
  },
});
