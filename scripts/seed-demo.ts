import { setTimeout } from 'node:timers/promises';
import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consents, locks, mails, tenants, uploads } from '@/db/schema';
import { demoAddress, demoPassword, demoTenants, seedTenants } from '@/db/seed';
import type { UserActor } from '@/lib/auth/actor';
import { loadSession } from '@/lib/auth/load-session';
import { hashPassword } from '@/lib/auth/password';
import { signIn } from '@/lib/auth/sign-in';
import { signOut } from '@/lib/auth/sign-out';
import { hashSecret } from '@/lib/clients/secret';
import { later, minutes, now } from '@/lib/clock';
import { acceptRequest } from '@/lib/consent/accept-request';
import { getInvitation } from '@/lib/consent/invitation-queries';
import { openRequest } from '@/lib/consent/open-request';
import { sendRequest } from '@/lib/consent/send-request';
import { receiveUpload } from '@/lib/devices/receive-upload';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { demoFiles } from './demo-devices';
import { consentToOem } from './demo-oem';

interface Relationship {
  kind: 'reseller' | 'indirect_reseller' | 'oem';
  agent: string;
  admin: string;
  adminName: string;
  organization: string;
  dap: boolean;
}

const relationships: Relationship[] = [
  {
    kind: 'reseller',
    agent: 'agent@fabrikam.example',
    admin: 'admin@tailspin.onmicrosoft.com',
    adminName: 'Tessa Hughes',
    organization: 'Tailspin',
    dap: true,
  },
  {
    kind: 'indirect_reseller',
    agent: 'agent@adatum.example',
    admin: 'admin@wingtip.onmicrosoft.com',
    adminName: 'Walter Brooks',
    organization: 'Wingtip',
    dap: false,
  },
  {
    kind: 'oem',
    agent: 'agent@proseware.example',
    admin: 'admin@wingtip.onmicrosoft.com',
    adminName: 'Walter Brooks',
    organization: 'Wingtip',
    dap: false,
  },
];

/** Everything of the demo that is not there yet (DESIGN §8). A second run changes nothing; two at once do it once. */
export async function seedDemo(): Promise<void> {
  await seedTenants({ password: hashPassword, secret: hashSecret }, now());
  if (await isComplete()) return;
  while (!(await takeTurn())) await setTimeout(250);
  const started = now();
  try {
    for (const relationship of relationships) {
      if (!(await hasConsent(relationship))) await as(relationship.agent, (agent) => relate(agent, relationship));
    }
    if (!(await hasDevices())) await as('agent@fabrikam.example', uploadDevices);
    await emptyMailbox(started);
  } finally {
    await db.update(locks).set({ revision: 0 }).where(eq(locks.name, turn));
  }
}

const turn = 'demo';

/** One seeder at a time; who dies at it holds the turn for a minute. */
async function takeTurn(): Promise<boolean> {
  await db.insert(locks).values({ name: turn, revision: 0 }).onConflictDoNothing();
  const taken = await db
    .update(locks)
    .set({ revision: later(now(), minutes(1)).getTime() })
    .where(and(eq(locks.name, turn), lt(locks.revision, now().getTime())))
    .returning({ name: locks.name });
  return taken.length > 0;
}

async function tenantOf(address: string): Promise<string> {
  const domain = address.slice(address.indexOf('@') + 1);
  const [tenant] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.domain, domain));
  return tenant?.id ?? '';
}

/** True also for one that was ended since: it stays ended. */
async function hasConsent({ kind, agent, admin }: Relationship): Promise<boolean> {
  const pair = and(eq(consents.partnerId, await tenantOf(agent)), eq(consents.customerId, await tenantOf(admin)));
  return (
    (
      await db
        .select({ id: consents.id })
        .from(consents)
        .where(and(pair, eq(consents.kind, kind)))
    ).length > 0
  );
}

async function hasDevices(): Promise<boolean> {
  const found = await db
    .select({ id: uploads.id })
    .from(uploads)
    .where(
      inArray(
        uploads.idempotencyKey,
        demoFiles.map(({ fileName }) => fileName),
      ),
    );
  return found.length === demoFiles.length;
}

async function isComplete(): Promise<boolean> {
  return (await hasDevices()) && (await Promise.all(relationships.map(hasConsent))).every(Boolean);
}

/** Does something as a person of the demo, who signs in for it and out again. */
async function as<T>(email: string, work: (person: UserActor) => Promise<T>): Promise<T> {
  const session = await signIn(null, { email, password: demoPassword });
  const person = session.ok ? await loadSession(session.sessionId) : null;
  if (!person) throw new Error(`${email} cannot sign in to complete the demo; delete the data folder to start over`);
  try {
    return await work(person);
  } finally {
    await signOut(person, {});
  }
}

/** What making the demo mailed to its people is nobody's news. */
async function emptyMailbox(since: Date): Promise<void> {
  const addresses = demoTenants.flatMap((tenant) => tenant.people.map((person) => demoAddress(tenant, person)));
  await db.delete(mails).where(and(inArray(mails.toAddress, addresses), gte(mails.createdAt, since)));
}

/** A request, its link, and the administrator's yes. */
async function relate(agent: UserActor, relationship: Relationship): Promise<void> {
  if (relationship.kind === 'oem') return consentToOem(agent, relationship.admin, as);
  const invitation = await ask(agent, relationship);
  await as(relationship.admin, async (admin) => {
    await openRequest(admin, invitation);
    const page = await getInvitation(admin, invitation);
    if (page.kind !== 'ready') throw new Error(`the demo's request cannot be accepted: ${page.kind}`);
    const answer = { ...invitation, shown: page.hash, yes: true, dap: relationship.dap } as const;
    const accepted = await acceptRequest(admin, answer);
    if (!accepted.ok) throw new Error(`the demo's request was not accepted: ${accepted.reason}`);
  });
}

async function ask(agent: UserActor, { admin, adminName, organization, dap }: Relationship) {
  const recipient = { recipientName: adminName, recipientEmail: admin, organization, expiresInDays: 14 } as const;
  const sent = await sendRequest(agent, { ...recipient, requestId: uuidv7(), dap, delivery: 'copy' });
  const url = sent.ok ? sent.copy?.url : undefined;
  if (!sent.ok || !url) throw new Error('the demo could not send a request');
  return { requestId: sent.requestId, token: url.slice(url.lastIndexOf('/') + 1) };
}

async function uploadDevices(agent: UserActor): Promise<void> {
  const customerId = await tenantOf('admin@tailspin.onmicrosoft.com');
  for (const { batch, fileName, content } of demoFiles) {
    const query = new URLSearchParams({ customerId, batch, fileName, mode: 'keep_good' });
    await receiveUpload(
      agent,
      new Request(`http://localhost/api/uploads?${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': fileName },
        body: content,
      }),
    );
  }
  await runUntilEmpty();
}

export function demoAccounts(): string {
  const lines = demoTenants.map(
    (tenant) => `  ${tenant.name.padEnd(12)} ${tenant.people.map((person) => demoAddress(tenant, person)).join(', ')}`,
  );
  return [`Demo accounts (password ${demoPassword}):`, ...lines].join('\n');
}
