import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { clientInput } from './client-input';
import { holdOwnClient } from './own-client';
import { requireScopes } from './require-scopes';

/** What a client may do from its next call on: a token never reaches further than its client does now. */
export const changeScopes = command({
  allow: 'api_clients:manage',
  input: clientInput.pick({ scopes: true }).extend({ clientId: z.uuid() }),
  audit: 'api_client.scopes_changed',
  async run({ actor, about }, { clientId, scopes }) {
    const { tenant } = requireUser(actor);
    requireScopes(tenant, scopes);
    const client = await holdOwnClient(tenant, clientId);
    await db.update(apiClients).set({ scopes }).where(eq(apiClients.id, clientId));
    const detail = { client: client.name, before: client.scopes ?? [], scopes };
    about({ subjectId: clientId, partnerId: tenant.id, detail });
    return { ok: true } as const;
  },
});
