import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, apiSecrets, users } from '@/db/schema';
import { type Organization, requireUser, scopesOf } from '@/lib/auth/actor';
import { mayHaveApi } from '@/lib/auth/policy';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

const listed = {
  id: apiClients.id,
  clientId: apiClients.clientId,
  name: apiClients.name,
  scopes: apiClients.scopes,
  createdAt: apiClients.createdAt,
  createdBy: users.name,
  lastUsedAt: apiClients.lastUsedAt,
  revokedAt: apiClients.revokedAt,
  suspendedAt: apiClients.suspendedAt,
};

/** More than anybody has use for; a partner has one per program. */
const clientsAtMost = 500;

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

const rowsOf = (tenantId: string) =>
  db
    .select(listed)
    .from(apiClients)
    .leftJoin(users, eq(users.id, apiClients.createdBy))
    .where(eq(apiClients.tenantId, tenantId))
    .orderBy(desc(apiClients.createdAt), asc(apiClients.id))
    .limit(clientsAtMost);

const goodSecrets = (ids: string[]) =>
  db
    .select({
      id: apiSecrets.id,
      clientId: apiSecrets.clientId,
      ending: apiSecrets.ending,
      createdAt: apiSecrets.createdAt,
    })
    .from(apiSecrets)
    .where(and(inArray(apiSecrets.clientId, ids), isNull(apiSecrets.droppedAt)))
    .orderBy(asc(apiSecrets.createdAt), asc(apiSecrets.id));

type Owner = { id: string } & Pick<Organization, 'partnerType'>;

/** The API clients of an organization, newest first, and nothing of their secrets; for gates that say whose it may be. */
export const clientsOf = async (tenant: Owner) => (await rowsOf(tenant.id)).map((row) => named(row, tenant));

const named = (row: Row, tenant: Owner) => ({
  ...row,
  name: row.name ?? row.clientId,
  scopes: scopesOf(tenant).filter((scope) => row.scopes?.includes(scope)),
});

const shown = (row: Row, secrets: Awaited<ReturnType<typeof goodSecrets>>, tenant: Owner) => ({
  ...named(row, tenant),
  secrets: row.revokedAt ? [] : secrets.filter(({ clientId }) => clientId === row.id),
});

/** The API clients of the actor's organization, newest first, with their good secrets. For indirect resellers `not_found`. */
export const listClients = query({
  allow: 'api_clients:manage',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireUser(actor);
    if (!mayHaveApi(tenant)) throw new AppError('not_found');
    const rows = await rowsOf(tenant.id);
    const secrets = rows.length > 0 ? await goodSecrets(rows.map(({ id }) => id)) : [];
    return rows.map((row) => shown(row, secrets, tenant));
  },
});

/** The scopes that a client of the actor's organization can be given. */
export const scopeChoices = query({
  allow: 'api_clients:manage',
  input: z.object({}),
  async run(actor) {
    const { tenant } = requireUser(actor);
    if (!mayHaveApi(tenant)) throw new AppError('not_found');
    return scopesOf(tenant);
  },
});

export type ListedClient = Awaited<ReturnType<typeof listClients>>[number];
