import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { db } from '@/db';
import { partnerApplications, tenants, users } from '@/db/schema';
import { takeOne } from '@/lib/auth/allowance';
import { days, later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { queueMail } from '@/lib/mail/queue-mail';
import { confirmationMail, notNeededMail } from './application-mails';
import { receivedInput } from './apply-input';

type Received = z.output<typeof receivedInput>;

/** How long a link to confirm works, in milliseconds. */
const lifetime = days(3);

/**
 * Mails the contact of an application: the link that confirms it, or why none is needed. `already_received` when the form was
 * sent before, and `too_many` when the address was mailed enough for now; nobody who applied learns of either.
 */
export const receiveApplication = command({
  allow: 'applications:receive',
  input: receivedInput,
  audit: 'partner_application.received',
  prepare: async ({ applicationId, contactEmail }) =>
    (await isReceived(applicationId)) ? null : takeOne('application_mail', contactEmail),
  async run({ about }, given, wait) {
    if (wait === null) return { ok: false, reason: 'already_received' } as const;
    if (wait > 0) return { ok: false, reason: 'too_many' } as const;
    const { applicationId, organization, domain, contactName, contactEmail } = given;
    const answer = await whyNotNeeded(given);
    if (answer) await queueMail(contactEmail, notNeededMail({ name: contactName, domain, why: answer }));
    else if (!(await insertApplication(given))) return { ok: false, reason: 'already_received' } as const;
    about({ subjectId: applicationId, detail: { organization, domain, answer: answer ?? 'link' } });
    return { ok: true } as const;
  },
});

async function isReceived(id: string): Promise<boolean> {
  const rows = await db
    .select({ id: partnerApplications.id })
    .from(partnerApplications)
    .where(eq(partnerApplications.id, id));
  return rows.length > 0;
}

/** Why there is nothing to confirm; null where there is. */
async function whyNotNeeded({ domain, contactEmail }: Received) {
  const [taken] = await db.select({ id: tenants.id }).from(tenants).where(eq(tenants.domain, domain));
  if (taken) return 'domain_taken' as const;
  const [account] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, contactEmail), isNull(users.removedAt), isNull(users.directoryOid)));
  if (account) return 'address_taken' as const;
  const [waiting] = await db
    .select({ id: partnerApplications.id })
    .from(partnerApplications)
    .where(and(eq(partnerApplications.domain, domain), eq(partnerApplications.state, 'waiting')));
  return waiting ? ('waiting' as const) : null;
}

/** The application and its link; an earlier one of the same contact is replaced. False where another came at this moment. */
async function insertApplication({ applicationId: id, mpnId, ...given }: Received): Promise<boolean> {
  const createdAt = now();
  const expiresAt = later(createdAt, lifetime);
  const { organization, domain, contactName, contactEmail } = given;
  await db
    .update(partnerApplications)
    .set({ state: 'superseded' })
    .where(and(eq(partnerApplications.contactEmail, contactEmail), eq(partnerApplications.state, 'unverified')));
  const token = newInvitationToken();
  const row = { id, ...given, mpnId: mpnId || null, tokenHash: hashInvitationToken(token), createdAt, expiresAt };
  const made = await db
    .insert(partnerApplications)
    .values({ ...row, state: 'unverified' })
    .onConflictDoNothing()
    .returning({ id: partnerApplications.id });
  if (made.length === 0) return false;
  await queueMail(contactEmail, confirmationMail({ name: contactName, organization, domain, token, expiresAt }));
  return true;
}
