import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '.';
import { apiClients, apiSecrets, partnerLinks, tenants, users } from './schema';
import { demoPassword, demoSecret, demoTenants, seedTenants } from './seed';

const hash = { password: async (secret: string) => `hashed ${secret}`, secret: (secret: string) => `kept ${secret}` };
const count = async () => ({
  tenants: (await db.select().from(tenants)).length,
  users: (await db.select().from(users)).length,
  clients: (await db.select().from(apiClients)).length,
  links: (await db.select().from(partnerLinks)).length,
});

describe('the demo', () => {
  it('is put in once, however often and however many at once ask', async () => {
    const asked = await Promise.all(Array.from({ length: 4 }, () => seedTenants(hash, new Date())));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await count()).toEqual({ tenants: 8, users: 18, clients: 3, links: 1 });
    expect(await seedTenants(hash, new Date())).toBe(false);
    expect(await count()).toEqual({ tenants: 8, users: 18, clients: 3, links: 1 });
  });

  it('has the accounts and clients that are written down', async () => {
    const people = await db.select({ email: users.email, roles: users.roles, hash: users.passwordHash }).from(users);
    expect(people).toContainEqual({
      email: 'sales@fabrikam.example',
      roles: ['sales_agent'],
      hash: `hashed ${demoPassword}`,
    });
    expect(people).toContainEqual(expect.objectContaining({ email: 'admin@wingtip.example', roles: ['global_admin'] }));
    const [client] = await db.select().from(apiClients).where(eq(apiClients.clientId, 'fabrikam-demo'));
    const secrets = await db
      .select()
      .from(apiSecrets)
      .where(eq(apiSecrets.clientId, client?.id ?? ''));
    expect(secrets).toMatchObject([{ hash: `kept ${demoSecret}`, place: 1, droppedAt: null }]);
    expect(demoTenants.map(({ name }) => name).join(' ')).toBe(
      'Fabrikam Northwind Adatum Proseware Contoso Tailspin Wingtip Countersign',
    );
  });

  it('leaves alone what somebody changed', async () => {
    await db.update(tenants).set({ name: 'Contoso Ltd' }).where(eq(tenants.domain, 'contoso.onmicrosoft.com'));
    await seedTenants(hash, new Date());
    const [contoso] = await db.select().from(tenants).where(eq(tenants.domain, 'contoso.onmicrosoft.com'));
    expect(contoso?.name).toBe('Contoso Ltd');
  });
});
