import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, apiSecrets } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { mayHaveApi } from '@/lib/auth/policy';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { clientInput } from './client-input';
import { requireScopes } from './require-scopes';
import { endingOf, hashSecret, newSecret } from './secret';

/**
 * Makes an API client with its first secret, which is in the answer and nowhere else. The form makes the id, so that a double
 * click is one client: `already_made`. An indirect reseller has no API: `no_api`.
 */
export const createClient = command({
  allow: 'api_clients:manage',
  input: clientInput.extend({ id: z.uuid() }),
  audit: 'api_client.created',
  async run({ actor, about }, { id, name, scopes }) {
    const person = requireUser(actor);
    const { tenant } = person;
    if (!mayHaveApi(tenant)) return { ok: false, reason: 'no_api' } as const;
    requireScopes(tenant, scopes);
    const createdAt = now();
    const made = await db
      .insert(apiClients)
      .values({ id, tenantId: tenant.id, clientId: id, name, scopes, createdBy: person.id, createdAt })
      .onConflictDoNothing()
      .returning({ clientId: apiClients.clientId });
    if (made.length === 0) return { ok: false, reason: 'already_made' } as const;
    const secret = newSecret();
    const kept = { hash: hashSecret(secret), ending: endingOf(secret) };
    await db.insert(apiSecrets).values({ id: uuidv7(), clientId: id, place: 1, ...kept, createdAt });
    about({ subjectId: id, partnerId: tenant.id, detail: { client: name, scopes } });
    return { ok: true, clientId: id, secret } as const;
  },
});
