import { count, eq, like } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { closeDatabase, db } from '@/db';
import { auditEvents, consentRequests, consents, mails, receipts } from '@/db/schema';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import { newRequest } from '@/lib/testing/requests';
import { newPartner, newPerson, newTenant } from '@/lib/testing/tenants';

// Run by accept-race.spec.ts beside servers on a database of their own: `prepare` makes one request to an organization with
// ten administrators, `count <request>` says what became of it. Prints one line of JSON.
const administrators = 10;

async function prepare() {
  const { actor: agent } = await newPartner('direct', 'admin_agent');
  const customer = await newTenant('customer');
  const people = await Promise.all(Array.from({ length: administrators }, () => newPerson(customer, 'global_admin')));
  const link = await newRequest(agent, { recipientEmail: people[0]?.email, organization: 'Contoso', dap: true });
  const sessions = await Promise.all(
    people.map(({ sessionId }) => encode({ token: { sid: sessionId }, secret: env.AUTH_SECRET })),
  );
  return { ...link, cookieName: sessionCookieName(), sessions };
}

async function countAll(requestId: string) {
  const [request] = await db.select().from(consentRequests).where(eq(consentRequests.id, requestId));
  if (!request?.customerId) throw new Error('nobody decided');
  const { customerId, partnerId } = request;
  const rows = async (side: string) =>
    (await db.select({ n: count() }).from(receipts).where(eq(receipts.tenantId, side)))[0]?.n;
  const [active] = await db.select({ n: count() }).from(consents).where(eq(consents.customerId, customerId));
  const [events] = await db.select({ n: count() }).from(auditEvents).where(eq(auditEvents.action, 'consent.granted'));
  const [partnerMails] = await db
    .select({ n: count() })
    .from(mails)
    .where(like(mails.subject, '% accepted your request'));
  return {
    state: request.state,
    consents: active?.n,
    grantedEvents: events?.n,
    receipts: { customer: await rows(customerId), partner: await rows(partnerId) },
    mailsToPartner: partnerMails?.n,
  };
}

const [what, requestId = ''] = process.argv.slice(2);
console.log(JSON.stringify(await (what === 'prepare' ? prepare() : countAll(requestId))));
await closeDatabase();
