import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, tenants, webhookEndpoints } from '@/db/schema';
import { revokeClient } from '@/lib/clients/revoke-client';
import { days, later, now, setClock } from '@/lib/clock';
import { newClient } from '@/lib/testing/clients';
import { newPartner } from '@/lib/testing/tenants';
import { newEndpoint } from '@/lib/testing/webhooks';
import { changeEndpoint } from './change-endpoint';
import { createEndpoint, endpointsAtMost } from './create-endpoint';
import { disableEndpoint } from './disable-endpoint';
import { enableEndpoint } from './enable-endpoint';
import { listEndpoints, readEndpoint } from './queries';
import { removeEndpoint } from './remove-endpoint';
import { rotateSecret } from './rotate-secret';

afterEach(() => setClock());

const input = { url: 'https://example.com/events', events: ['consent.ended', 'consent.accepted'] as const };
const given = () => ({ ...input, events: [...input.events], id: uuidv7() });
const owner = () => newPartner('direct', 'global_admin');
const secretsOf = (tenantId: string) =>
  db.select().from(webhookEndpoints).where(eq(webhookEndpoints.tenantId, tenantId));

describe('an endpoint', () => {
  it('is made with a secret that is shown once and sealed at rest', async () => {
    const { tenant, actor } = await owner();
    const made = await createEndpoint(actor, given());
    if (!made.ok) throw new Error(made.reason);
    expect(await listEndpoints(actor, {})).toMatchObject([
      { url: input.url, events: ['consent.accepted', 'consent.ended'], createdBy: actor.name, health: 'working' },
    ]);
    const kept = JSON.stringify([
      await secretsOf(tenant.id),
      await db.select().from(auditEvents),
      await listEndpoints(actor, {}),
    ]);
    expect(kept).not.toContain(made.secret.slice('whsec_'.length));
    expect(JSON.stringify(await listEndpoints(actor, {}))).not.toContain('ecret":"');
  });

  it('is made once by a double click', async () => {
    const { actor } = await owner();
    const one = given();
    const results = await Promise.all([1, 2, 3].map(() => createEndpoint(actor, one)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'already_made')).toHaveLength(2);
  });

  it('is one of ten at most, however many are made at once', async () => {
    const { actor } = await owner();
    for (let made = 1; made < endpointsAtMost; made++) await newEndpoint(actor);
    const results = await Promise.all([1, 2, 3].map(() => createEndpoint(actor, given())));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await createEndpoint(actor, given())).toEqual({ ok: false, reason: 'too_many' });
    expect(await listEndpoints(actor, {})).toHaveLength(endpointsAtMost);
  });

  it.each([
    ['no URL', { url: ' ' }, 'url'],
    ['a URL of the own network by http', { url: 'http://10.0.0.1/' }, 'url'],
    ['a URL with a password', { url: 'https://a:b@example.com/' }, 'url'],
    ['no event', { events: [] }, 'events'],
    ['an unknown event', { events: ['everything'] }, 'events.0'],
    ['the test as an event', { events: ['webhook.test'] }, 'events.0'],
  ])('is refused with %s', async (_what, wrong, field) => {
    const { actor } = await owner();
    const refused = { code: 'invalid', fields: { [field]: expect.anything() } };
    const typed = { ...given(), ...wrong } as Parameters<typeof createEndpoint>[1];
    await expect(createEndpoint(actor, typed)).rejects.toMatchObject(refused);
    const { id } = await newEndpoint(actor);
    const { id: _, ...change } = typed;
    await expect(changeEndpoint(actor, { ...change, endpointId: id })).rejects.toMatchObject(refused);
  });

  it('does not exist for an indirect reseller', async () => {
    const { actor } = await newPartner('indirect_reseller', 'global_admin');
    expect(await createEndpoint(actor, given())).toEqual({ ok: false, reason: 'no_api' });
    await expect(listEndpoints(actor, {})).rejects.toMatchObject({ code: 'not_found' });
  });

  it('changes where it leads and what it asks for', async () => {
    const { actor } = await owner();
    const { id } = await newEndpoint(actor);
    await changeEndpoint(actor, { endpointId: id, url: 'https://example.org/', events: ['upload.finished'] });
    expect(await readEndpoint(actor, { endpointId: id })).toMatchObject({
      url: 'https://example.org/',
      events: ['upload.finished'],
    });
  });

  it('is disabled and enabled once each', async () => {
    const { actor } = await owner();
    const { id: endpointId } = await newEndpoint(actor);
    expect(await enableEndpoint(actor, { endpointId })).toEqual({ ok: false, reason: 'already_enabled' });
    expect(await disableEndpoint(actor, { endpointId })).toEqual({ ok: true });
    expect(await disableEndpoint(actor, { endpointId })).toEqual({ ok: false, reason: 'already_disabled' });
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'disabled' });
    expect(await enableEndpoint(actor, { endpointId })).toEqual({ ok: true });
    expect(await readEndpoint(actor, { endpointId })).toMatchObject({ health: 'working', disabledAt: null });
  });

  it('is gone once it is removed', async () => {
    const { tenant, actor } = await owner();
    const { id: endpointId } = await newEndpoint(actor);
    expect(await removeEndpoint(actor, { endpointId })).toEqual({ ok: true });
    expect(await listEndpoints(actor, {})).toEqual([]);
    await expect(removeEndpoint(actor, { endpointId })).rejects.toMatchObject({ code: 'not_found' });
    const events = await db
      .select({ action: auditEvents.action, detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.tenantId, tenant.id), eq(auditEvents.subjectId, endpointId)))
      .orderBy(auditEvents.seq);
    expect(events.map(({ action }) => action)).toEqual(['webhook.created', 'webhook.removed']);
    // A path may hold a secret of the receiver's.
    expect(JSON.stringify(events)).not.toContain('/events');
  });
});

describe('its secret', () => {
  it('is replaced while the one before signs along for a day', async () => {
    const { tenant, actor } = await owner();
    const { id: endpointId, secret } = await newEndpoint(actor);
    const rotated = await rotateSecret(actor, { endpointId });
    if (!rotated.ok) throw new Error('no new secret');
    expect(rotated.secret).not.toBe(secret);
    expect((await readEndpoint(actor, { endpointId })).oldSecretUntil).toEqual(rotated.oldUntil);
    const at = now();
    setClock(() => later(at, days(1) + 1000));
    expect((await readEndpoint(actor, { endpointId })).oldSecretUntil).toBeNull();
    expect(JSON.stringify(await secretsOf(tenant.id))).not.toContain(rotated.secret.slice('whsec_'.length));
  });
});

describe('an API client', () => {
  it('has one endpoint, and neither sees nor changes the others', async () => {
    const { tenant, actor } = await owner();
    const client = await newClient({ tenant });
    const { id: people } = await newEndpoint(actor);
    expect(await listEndpoints(client, {})).toEqual([]);
    const { id: own } = await newEndpoint(client);
    expect(await createEndpoint(client, given())).toEqual({ ok: false, reason: 'already_made' });
    expect(await listEndpoints(client, {})).toMatchObject([{ id: own }]);
    await expect(removeEndpoint(client, { endpointId: people })).rejects.toMatchObject({ code: 'not_found' });
    expect(await listEndpoints(actor, {})).toHaveLength(2);
  });

  it('takes its endpoint along when it is revoked', async () => {
    const { tenant, actor } = await owner();
    const client = await newClient({ tenant });
    await newEndpoint(client);
    await revokeClient(actor, { clientId: client.id });
    expect(await listEndpoints(actor, {})).toEqual([]);
  });

  it('of an organization that became an indirect reseller has none', async () => {
    const client = await newClient();
    await newEndpoint(client);
    await db.update(tenants).set({ partnerType: 'indirect_reseller' }).where(eq(tenants.id, client.tenant.id));
    const now = { ...client, tenant: { ...client.tenant, partnerType: 'indirect_reseller' as const } };
    await expect(listEndpoints(now, {})).rejects.toMatchObject({ code: 'denied' });
  });
});
