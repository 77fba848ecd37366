import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { apiClients, apiSecrets, type tenants } from '@/db/schema';
import { scopes as allScopes, type ClientActor, type Scope } from '@/lib/auth/actor';
import { toClient } from '@/lib/auth/load-client';
import { endingOf, hashSecret, newSecret } from '@/lib/clients/secret';
import { now } from '@/lib/clock';
import { newTenant } from './tenants';

interface Given {
  tenant?: typeof tenants.$inferSelect;
  scopes?: readonly Scope[];
  name?: string;
}

/** For tests: an API client as a call with a good token has it, and the secret it would get one for. */
export async function newClient({
  tenant: given,
  scopes = allScopes,
  name = 'Stock system',
}: Given = {}): Promise<ClientActor & { secret: string }> {
  const tenant = given ?? (await newTenant('partner', { partnerType: 'direct' }));
  const id = uuidv7();
  const client = { id, tenantId: tenant.id, clientId: id, name, scopes: [...scopes], createdAt: now() };
  const [row] = await db.insert(apiClients).values(client).returning();
  if (!row) throw new Error('no API client was made');
  const secret = newSecret();
  const kept = { hash: hashSecret(secret), ending: endingOf(secret) };
  await db.insert(apiSecrets).values({ id: uuidv7(), clientId: id, place: 1, ...kept, createdAt: now() });
  return { ...toClient(row, tenant), secret };
}
