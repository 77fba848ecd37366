import { timingSafeEqual } from 'node:crypto';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, apiSecrets, apiTokens, tenants } from '@/db/schema';
import { toClient } from '@/lib/auth/load-client';
import { mayHaveApi } from '@/lib/auth/policy';
import { later, minutes, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { issueTokenInput } from './issue-token-input';
import { hashSecret, newSecret } from './secret';

/** How long a token is good, in milliseconds. */
const tokenLifetime = minutes(60);

/**
 * A token for a client's secret. Outcomes: `invalid_client` for a client, secret or organization that do not go together,
 * revoked or unknown alike; `unauthorized_client` for an indirect reseller's; `suspended` while support has the client or its organization
 * suspended; `invalid_scope` for more than the client may.
 */
export const issueToken = command({
  allow: 'api_tokens:issue',
  input: issueTokenInput,
  audit: 'api_client.token_issued',
  async run({ about }, { tenant: organization, clientId, secret, scopes }) {
    const found = await findSecrets(clientId);
    const given = Buffer.from(hashSecret(secret));
    const match = found.find(({ hash }) => timingSafeEqual(Buffer.from(hash), given));
    if (!match || (organization !== match.tenant.id && organization !== match.tenant.domain)) {
      return { ok: false, reason: 'invalid_client' } as const;
    }
    const { client, tenant, secretId } = match;
    if (!mayHaveApi(tenant)) return { ok: false, reason: 'unauthorized_client' } as const;
    if (tenant.suspendedAt || client.suspendedAt) return { ok: false, reason: 'suspended' } as const;
    const program = toClient(client, tenant);
    const granted = scopes ?? program.scopes;
    if (granted.some((scope) => !program.scopes.includes(scope)))
      return { ok: false, reason: 'invalid_scope' } as const;

    const issuedAt = now();
    const expiresAt = later(issuedAt, tokenLifetime);
    const token = newSecret();
    await db.delete(apiTokens).where(and(eq(apiTokens.clientId, client.id), lte(apiTokens.expiresAt, issuedAt)));
    const kept = { hash: hashSecret(token), clientId: client.id, secretId, scopes: granted };
    await db.insert(apiTokens).values({ ...kept, createdAt: issuedAt, expiresAt });
    about({ actor: program, subjectId: client.id, partnerId: tenant.id, detail: { scopes: granted } });
    return { ok: true, token, issuedAt, expiresAt } as const;
  },
});

const findSecrets = (clientId: string) =>
  db
    .select({ client: apiClients, tenant: tenants, secretId: apiSecrets.id, hash: apiSecrets.hash })
    .from(apiSecrets)
    .innerJoin(apiClients, eq(apiClients.id, apiSecrets.clientId))
    .innerJoin(tenants, eq(tenants.id, apiClients.tenantId))
    .where(and(eq(apiClients.clientId, clientId), isNull(apiClients.revokedAt), isNull(apiSecrets.droppedAt)));
