import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { apiClients, apiSecrets, apiTokens, auditEvents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { loadClient } from '@/lib/auth/load-client';
import { later, minutes, now, setClock } from '@/lib/clock';
import { newPartner } from '@/lib/testing/tenants';
import { addSecret } from './add-secret';
import { changeScopes } from './change-scopes';
import { createClient } from './create-client';
import { dropSecret } from './drop-secret';
import { issueToken } from './issue-token';
import { listClients } from './queries';
import { revokeClient } from './revoke-client';
import { hashSecret } from './secret';

afterEach(() => setClock());

/** A direct partner's owner with one API client that may do everything but make profiles. */
async function owner(type: 'direct' | 'indirect_provider' = 'direct') {
  const { tenant, actor } = await newPartner(type, 'global_admin');
  const made = await createClient(actor, {
    id: uuidv7(),
    name: ' Stock system ',
    scopes: ['customers', 'read', 'devices'],
  });
  if (!made.ok) throw new Error(made.reason);
  return { tenant, actor, clientId: made.clientId, secret: made.secret };
}

type Owner = Awaited<ReturnType<typeof owner>>;

const ask = ({ tenant, clientId, secret }: Pick<Owner, 'tenant' | 'clientId' | 'secret'>, given: object = {}) =>
  issueToken(null, { tenant: tenant.id, clientId, secret, scopes: null, ...given });

async function tokenOf(client: Pick<Owner, 'tenant' | 'clientId' | 'secret'>): Promise<string> {
  const issued = await ask(client);
  return issued.ok ? issued.token : '';
}

const listed = async (actor: UserActor) => (await listClients(actor, {}))[0];
const eventsOf = async (tenantId: string) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.tenantId, tenantId)).orderBy(auditEvents.seq)).map(
    ({ action }) => action,
  );

describe('an API client', () => {
  it('is made with a secret that is shown once and kept nowhere', async () => {
    const { actor, clientId, secret } = await owner();
    const client = await listed(actor);
    expect(client).toMatchObject({
      name: 'Stock system',
      scopes: ['read', 'devices', 'customers'],
      createdBy: actor.name,
      lastUsedAt: null,
      secrets: [{ ending: secret.slice(-4) }],
    });
    const kept = JSON.stringify([
      await db.select().from(apiClients),
      await db.select().from(apiSecrets).where(eq(apiSecrets.clientId, clientId)),
      await db.select().from(auditEvents),
    ]);
    expect(kept).not.toContain(secret);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('is made once by a double click', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    const input = { id: uuidv7(), name: 'Twice', scopes: ['read'] as const };
    const results = await Promise.all([1, 2, 3].map(() => createClient(actor, { ...input, scopes: ['read'] })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listClients(actor, {})).toHaveLength(1);
  });

  it('does not exist for an indirect reseller', async () => {
    const { actor } = await newPartner('indirect_reseller', 'global_admin');
    const input = { id: uuidv7(), name: 'Never', scopes: ['read' as const] };
    expect(await createClient(actor, input)).toEqual({ ok: false, reason: 'no_api' });
    await expect(listClients(actor, {})).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['a name', { name: ' ', scopes: ['read'] }, 'name'],
    ['plain letters', { name: '<b>', scopes: ['read'] }, 'name'],
    ['a scope', { name: 'A', scopes: [] }, 'scopes'],
    ['a known scope', { name: 'A', scopes: ['everything'] }, 'scopes.0'],
  ])('needs %s', async (_what, given, field) => {
    const { actor } = await newPartner('direct', 'global_admin');
    const input = { id: uuidv7(), ...given } as Parameters<typeof createClient>[1];
    await expect(createClient(actor, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: { [field]: expect.anything() },
    });
  });
});

describe('a token', () => {
  it('is given for the secret, and lets the client in as its organization for an hour', async () => {
    const client = await owner();
    const issued = await ask(client);
    if (!issued.ok) throw new Error(issued.reason);
    expect(issued.expiresAt.getTime() - issued.issuedAt.getTime()).toBe(minutes(60));
    const actor = await loadClient(issued.token);
    expect(actor).toMatchObject({
      type: 'client',
      name: 'Stock system',
      scopes: ['read', 'devices', 'customers'],
      tenant: { id: client.tenant.id, partnerType: 'direct' },
    });
    const rows = await db.select().from(apiTokens).where(eq(apiTokens.clientId, client.clientId));
    expect(rows).toMatchObject([{ hash: hashSecret(issued.token) }]);
    setClock(() => later(issued.expiresAt, 0));
    expect(await loadClient(issued.token)).toBeNull();
  });

  it('is one event of the activity log, by the client', async () => {
    const client = await owner();
    await ask(client);
    const [, event] = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.tenantId, client.tenant.id))
      .orderBy(auditEvents.seq);
    expect(event).toMatchObject({
      action: 'api_client.token_issued',
      actorType: 'client',
      actorId: client.clientId,
      actorName: 'Stock system',
    });
  });

  it('can be asked for by the organization’s domain, with ids in any case', async () => {
    const client = await owner();
    const ids = { tenant: client.tenant.domain.toUpperCase(), clientId: client.clientId.toUpperCase() };
    expect(await ask(client, ids)).toMatchObject({ ok: true });
  });

  it.each([
    ['another secret', { secret: 'x'.repeat(43) }],
    ['no secret', { secret: '' }],
    ['an unknown client', { clientId: uuidv7() }],
    ['another organization', { tenant: uuidv7() }],
  ])('is refused for %s', async (_what, given) => {
    expect(await ask(await owner(), given)).toEqual({ ok: false, reason: 'invalid_client' });
  });

  it('reaches as far as was asked, and never further than the client', async () => {
    const client = await owner();
    const narrow = await ask(client, { scopes: ['read'] });
    expect(narrow.ok && (await loadClient(narrow.token))?.scopes).toEqual(['read']);
    expect(await ask(client, { scopes: ['read', 'profiles'] })).toEqual({ ok: false, reason: 'invalid_scope' });
    await changeScopes(client.actor, { clientId: client.clientId, scopes: ['customers'] });
    expect(narrow.ok && (await loadClient(narrow.token))?.scopes).toEqual([]);
  });

  it('of an organization that became an indirect reseller is worth nothing, and there are no new ones', async () => {
    const client = await owner();
    const token = await tokenOf(client);
    await db.update(tenants).set({ partnerType: 'indirect_reseller' }).where(eq(tenants.id, client.tenant.id));
    expect(await loadClient(token)).toBeNull();
    expect(await ask(client)).toEqual({ ok: false, reason: 'unauthorized_client' });
  });

  it('notes that its client was used, to the minute', async () => {
    const client = await owner();
    const token = await tokenOf(client);
    const at = now();
    const used = async (seconds: number) => {
      setClock(() => later(at, seconds * 1000));
      await loadClient(token);
      return (await listed(client.actor))?.lastUsedAt;
    };
    const first = await used(1);
    expect(first).toEqual(later(at, 1000));
    expect(await used(50)).toEqual(first);
    expect(await used(62)).toEqual(later(at, 62_000));
  });
});

describe('its secrets', () => {
  it('are two while one replaces the other, and never three', async () => {
    const client = await owner();
    const second = await addSecret(client.actor, { clientId: client.clientId });
    if (!second.ok) throw new Error(second.reason);
    expect(await addSecret(client.actor, { clientId: client.clientId })).toEqual({ ok: false, reason: 'two_already' });
    const old = await tokenOf(client);
    const fresh = await tokenOf({ ...client, secret: second.secret });
    const oldest = (await listed(client.actor))?.secrets[0]?.id ?? '';
    expect(await dropSecret(client.actor, { clientId: client.clientId, secretId: oldest })).toEqual({ ok: true });
    expect(await ask(client)).toEqual({ ok: false, reason: 'invalid_client' });
    expect(await loadClient(old)).toBeNull();
    expect(await loadClient(fresh)).not.toBeNull();
    expect(await addSecret(client.actor, { clientId: client.clientId })).toMatchObject({ ok: true });
  });

  it('are two however many ask at once', async () => {
    const { actor, clientId } = await owner();
    const results = await Promise.all(Array.from({ length: 8 }, () => addSecret(actor, { clientId })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('are never none', async () => {
    const { actor, clientId } = await owner();
    const secretId = (await listed(actor))?.secrets[0]?.id ?? '';
    expect(await dropSecret(actor, { clientId, secretId })).toEqual({ ok: false, reason: 'last_one' });
  });
});

describe('a revoked client', () => {
  it('is refused at its next call and gets no new token', async () => {
    const client = await owner();
    const token = await tokenOf(client);
    expect(await revokeClient(client.actor, { clientId: client.clientId })).toEqual({ ok: true });
    expect(await loadClient(token)).toBeNull();
    expect(await ask(client)).toEqual({ ok: false, reason: 'invalid_client' });
    expect(await listed(client.actor)).toMatchObject({ revokedAt: expect.any(Date), secrets: [] });
    await expect(revokeClient(client.actor, { clientId: client.clientId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await eventsOf(client.tenant.id)).toEqual([
      'api_client.created',
      'api_client.token_issued',
      'api_client.revoked',
    ]);
  });
});
