import { encode } from 'next-auth/jwt';
import { uuidv7 } from 'uuidv7';
import { closeDatabase, db, transaction } from '@/db';
import { migrate } from '@/db/migrate';
import { consents, tenants } from '@/db/schema';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { newClient } from '@/lib/testing/clients';
import { newConsent, newCustomer, newPartner, newPerson, newTenant, testPassword } from '@/lib/testing/tenants';

// Fills an empty database for the bench and prints, as JSON, who is signed in, whose devices are uploaded, another customer, and
// the partner's API clients: several, since each may make 1,000 calls in 100 seconds. `people` sign in with `password`.
const customerCount = 10_000;
const clientCount = 12;
const peopleCount = 51;

await migrate();
// Without one, nothing else of a portal is open yet.
await newTenant('operator');
const { tenant: partner, actor } = await newPartner('direct', 'admin_agent');
const customer = await newCustomer('Contoso');
await newConsent(customer, partner);
const at = now();
let otherId = '';
for (let from = 1; from < customerCount; from += 500) {
  const rows = Array.from({ length: Math.min(500, customerCount - from) }, (_, i) => {
    const name = `Customer ${String(from + i).padStart(5, '0')}`;
    return { id: uuidv7(), name, sortName: name.toLowerCase(), domain: `c${from + i}.onmicrosoft.com` };
  });
  otherId ||= rows[0]?.id ?? '';
  await transaction(async () => {
    await db
      .insert(tenants)
      .values(rows.map((row) => ({ ...row, kind: 'customer' as const, country: 'US', createdAt: at })));
    await db.insert(consents).values(
      rows.map((row) => ({
        id: uuidv7(),
        customerId: row.id,
        partnerId: partner.id,
        kind: 'reseller' as const,
        dap: false,
        customerSort: row.sortName,
        customerDomain: row.domain,
        grantedBy: customer.admin.id,
        grantedAt: at,
      })),
    );
  });
}
const token = await encode({ token: { sid: actor.sessionId }, secret: env.AUTH_SECRET });
const clients = [];
for (let made = 0; made < clientCount; made++) {
  const { id, secret } = await newClient({ tenant: partner });
  clients.push({ clientId: id, secret });
}
const people = [];
// Of those who need no second factor: what is measured is the password.
for (let made = 0; made < peopleCount; made++) people.push((await newPerson(customer.tenant, 'user')).email);
console.log(
  JSON.stringify({
    tenantId: partner.id,
    clients,
    people,
    password: testPassword,
    cookie: `${sessionCookieName()}=${token}`,
    customerId: customer.tenant.id,
    otherId,
  }),
);
await closeDatabase();
