import { eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db, transaction } from './index';
import { apiClients, apiSecrets, partnerLinks, tenants, users } from './schema';

export const demoPassword = 'Countersign-Demo-2026';
export const demoSecret = 'Countersign-Demo-Secret-2026';

interface Hashes {
  password(password: string): Promise<string>;
  secret(secret: string): string;
}

type Tenant = Omit<typeof tenants.$inferInsert, 'id' | 'sortName' | 'createdAt'>;
/** Local part or whole address, name, roles. */
type Person = [address: string, name: string, ...roles: string[]];
interface DemoTenant extends Tenant {
  people: Person[];
  apiClient?: string;
}

/** DESIGN §8: the organisations of the demo and who works there. */
export const demoTenants: DemoTenant[] = [
  {
    kind: 'partner',
    partnerType: 'direct',
    name: 'Fabrikam',
    domain: 'fabrikam.example',
    country: 'US',
    mpnId: '4847383',
    apiClient: 'fabrikam-demo',
    people: [
      ['owner', 'Olivia Wilson', 'global_admin'],
      ['agent', 'Adam Novak', 'admin_agent'],
      ['sales', 'Sofia Marino', 'sales_agent'],
      ['helpdesk', 'Henrik Larsen', 'helpdesk_agent'],
    ],
  },
  {
    kind: 'partner',
    partnerType: 'indirect_provider',
    name: 'Northwind',
    domain: 'northwind.example',
    country: 'US',
    mpnId: '5120447',
    apiClient: 'northwind-demo',
    people: [
      ['owner', 'Naomi Clarke', 'global_admin'],
      ['agent', 'Noah Becker', 'admin_agent'],
    ],
  },
  {
    kind: 'partner',
    partnerType: 'indirect_reseller',
    name: 'Adatum',
    domain: 'adatum.example',
    country: 'DE',
    mpnId: '5391206',
    people: [
      ['owner', 'Anja Vogel', 'global_admin'],
      ['agent', 'Ali Demir', 'admin_agent'],
    ],
  },
  {
    kind: 'partner',
    partnerType: 'oem',
    name: 'Proseware',
    domain: 'proseware.example',
    country: 'US',
    mpnId: '5608813',
    apiClient: 'proseware-demo',
    people: [
      ['owner', 'Priya Raman', 'global_admin'],
      ['agent', 'Paul Dubois', 'admin_agent'],
    ],
  },
  {
    kind: 'customer',
    name: 'Contoso',
    domain: 'contoso.onmicrosoft.com',
    country: 'US',
    people: [
      ['admin', 'Carla Mendes', 'global_admin'],
      ['user', 'Chris Young', 'user'],
      ['intune', 'Ines Castro', 'intune_admin'],
    ],
  },
  {
    kind: 'customer',
    name: 'Tailspin',
    domain: 'tailspin.onmicrosoft.com',
    country: 'GB',
    people: [['admin', 'Tessa Hughes', 'global_admin']],
  },
  {
    kind: 'customer',
    name: 'Wingtip',
    domain: 'wingtip.onmicrosoft.com',
    country: 'US',
    people: [
      ['admin', 'Walter Brooks', 'global_admin'],
      ['admin@wingtip.example', 'Wendy Stone', 'global_admin'],
    ],
  },
  {
    kind: 'operator',
    name: 'Countersign',
    domain: 'countersign.example',
    country: 'US',
    people: [
      ['support', 'Sam Ortega', 'support_agent'],
      ['lead', 'Lena Fischer', 'support_admin'],
    ],
  },
];

export const demoAddress = (tenant: DemoTenant, [address]: Person): string =>
  address.includes('@') ? address : `${address}@${tenant.domain}`;

/**
 * Puts the organisations of the demo, their people, their API clients and the link between Northwind and Adatum into the
 * database, as far as they are missing; what is there stays as it is. The hashes are what a sign-in and a request for a token
 * verify against. True when something was put in.
 */
export async function seedTenants(hash: Hashes, at: Date): Promise<boolean> {
  const domains = demoTenants.map(({ domain }) => domain);
  const present = await db.select({ domain: tenants.domain }).from(tenants).where(inArray(tenants.domain, domains));
  const missing = demoTenants.filter(({ domain }) => !present.some((tenant) => tenant.domain === domain));
  if (missing.length === 0) {
    await completeClients(hash, at);
    return false;
  }

  // Hashing is slow on purpose and stays outside the transaction.
  const rows = await Promise.all(
    missing.map(async ({ people, apiClient, ...given }) => ({
      tenant: { ...given, id: uuidv7(), sortName: given.name.toLowerCase(), createdAt: at },
      clients: apiClient ? [{ clientId: apiClient }] : [],
      people: await Promise.all(
        people.map(async (person) => {
          const [, name, ...roles] = person;
          const email = demoAddress({ ...given, people }, person);
          return { email, name, nameKey: name.toLowerCase(), roles, passwordHash: await hash.password(demoPassword) };
        }),
      ),
    })),
  );
  return transaction(async () => {
    let changed = false;
    for (const { tenant, clients, people } of rows) {
      // Two starts at once: who comes second finds the tenant taken, and its people with it.
      const taken = await db.insert(tenants).values(tenant).onConflictDoNothing().returning({ id: tenants.id });
      if (taken.length === 0) continue;
      changed = true;
      const own = { tenantId: tenant.id, createdAt: at };
      await db.insert(users).values(people.map((person) => ({ id: uuidv7(), ...own, ...person })));
      if (clients.length > 0) {
        await db.insert(apiClients).values(clients.map((client) => ({ id: uuidv7(), ...own, ...client })));
      }
    }
    if (changed) await linkReseller(at);
    await completeClients(hash, at);
    return changed;
  });
}

/** What a client of the demo may do: everything but say where events are sent. A manufacturer has an API of its own. */
const scopesFor = (partnerType: string | null) =>
  partnerType === 'oem' ? ['oem', 'read'] : ['read', 'devices', 'profiles', 'customers'];

/** Names, scopes and secrets of the demo's clients; those of the first version have none, and a manufacturer's of the second nothing it can use. */
async function completeClients(hash: Hashes, at: Date): Promise<void> {
  const ids = demoTenants.flatMap(({ apiClient }) => apiClient ?? []);
  const clients = await db
    .select({
      id: apiClients.id,
      clientId: apiClients.clientId,
      scopes: apiClients.scopes,
      partnerType: tenants.partnerType,
    })
    .from(apiClients)
    .innerJoin(tenants, eq(tenants.id, apiClients.tenantId))
    .where(inArray(apiClients.clientId, ids));
  const bare = clients.filter(
    ({ scopes, partnerType }) => !scopes || (partnerType === 'oem' && scopes.includes('devices')),
  );
  for (const { id, clientId, partnerType } of bare) {
    const scopes = scopesFor(partnerType);
    await db.update(apiClients).set({ name: clientId, scopes }).where(eq(apiClients.id, id));
    const secret = { hash: hash.secret(demoSecret), ending: demoSecret.slice(-4) };
    await db
      .insert(apiSecrets)
      .values({ id: uuidv7(), clientId: id, place: 1, ...secret, createdAt: at })
      .onConflictDoNothing();
  }
}

/** Adatum sells under Northwind; once, so that a link somebody ended stays ended. */
async function linkReseller(createdAt: Date): Promise<void> {
  const found = await db
    .select({ id: tenants.id, domain: tenants.domain })
    .from(tenants)
    .where(inArray(tenants.domain, ['northwind.example', 'adatum.example']));
  const providerId = found.find(({ domain }) => domain === 'northwind.example')?.id;
  const resellerId = found.find(({ domain }) => domain === 'adatum.example')?.id;
  if (!providerId || !resellerId) return;
  await db.insert(partnerLinks).values({ id: uuidv7(), providerId, resellerId, createdAt }).onConflictDoNothing();
}
