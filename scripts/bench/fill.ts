import { encode } from 'next-auth/jwt';
import { uuidv7 } from 'uuidv7';
import { closeDatabase, db, transaction } from '@/db';
import { migrate } from '@/db/migrate';
import { consents, tenants } from '@/db/schema';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { newConsent, newCustomer, newPartner } from '@/lib/testing/tenants';

// Fills an empty database for the bench and prints, as JSON, who is signed in, whose devices are uploaded, and another customer.
const customerCount = 10_000;

await migrate();
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
console.log(JSON.stringify({ cookie: `${sessionCookieName()}=${token}`, customerId: customer.tenant.id, otherId }));
await closeDatabase();
