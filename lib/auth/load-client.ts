import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { db } from '@/db';
import { placeholder, prepared } from '@/db/prepared';
import { apiClients, apiTokens, tenants } from '@/db/schema';
import { hashSecret } from '@/lib/clients/secret';
import { later, minutes, now } from '@/lib/clock';
import { type ClientActor, mintTenantId, type Scope, scopesOf } from './actor';
import { mayHaveApi } from './policy';

type ClientRow = typeof apiClients.$inferSelect;
type TenantRow = typeof tenants.$inferSelect;

/** A client with all it may do, whatever a token narrows it to, or its row has beyond what its organization's clients can. */
export const toClient = (client: ClientRow, tenant: TenantRow): ClientActor => ({
  type: 'client',
  id: client.id,
  name: client.name ?? client.clientId,
  scopes: scopesOf(tenant).filter((scope) => client.scopes?.includes(scope)),
  tenant: {
    id: mintTenantId(tenant.id),
    kind: tenant.kind,
    partnerType: tenant.partnerType,
    name: tenant.name,
    domain: tenant.domain,
    suspendedAt: tenant.suspendedAt,
  },
  suspendedAt: client.suspendedAt,
});

const goodToken = prepared('good_token', () =>
  db
    .select({ token: apiTokens, client: apiClients, tenant: tenants })
    .from(apiTokens)
    .innerJoin(apiClients, eq(apiClients.id, apiTokens.clientId))
    .innerJoin(tenants, eq(tenants.id, apiClients.tenantId))
    .where(and(eq(apiTokens.hash, placeholder('hash', apiTokens.hash)), isNull(apiClients.revokedAt))),
);

/**
 * The API client behind a bearer token, as the database says now: null when the token is unknown or has run out, or the
 * client is revoked. Notes at most once a minute that the client was used, which is no state change anybody is told about.
 */
export async function loadClient(token: string): Promise<ClientActor | null> {
  const [row] = await goodToken({ hash: hashSecret(token) });
  const at = now();
  if (!row || row.token.expiresAt <= at || !mayHaveApi(row.tenant)) return null;
  const { client, tenant } = row;
  const before = later(at, -minutes(1));
  if (!client.lastUsedAt || client.lastUsedAt < before) {
    await db
      .update(apiClients)
      .set({ lastUsedAt: at })
      .where(and(eq(apiClients.id, client.id), or(isNull(apiClients.lastUsedAt), lt(apiClients.lastUsedAt, before))));
  }
  const actor = toClient(client, tenant);
  // A token never reaches further than its client does now.
  const granted = row.token.scopes as Scope[];
  return { ...actor, scopes: granted.filter((scope) => actor.scopes.includes(scope)) };
}
