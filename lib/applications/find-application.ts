import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { partnerApplications } from '@/db/schema';
import { now } from '@/lib/clock';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';
import { AppError } from '@/lib/errors';
import { deadConfirmation } from './application-state';

/** The application whose link holds this token, and why that is dead; null for a link we never made. */
export async function findByToken(token: string) {
  if (!invitationTokenPattern.test(token)) return null;
  const [application] = await db
    .select()
    .from(partnerApplications)
    .where(eq(partnerApplications.tokenHash, hashInvitationToken(token)));
  return application ? { application, dead: deadConfirmation(application, now()) } : null;
}

/** Any application, for support. Throws `not_found`. */
export async function findApplication(id: string) {
  const [application] = await db.select().from(partnerApplications).where(eq(partnerApplications.id, id));
  if (!application) throw new AppError('not_found');
  return application;
}

/** Why support could not decide an application, once the update found nothing to change. Throws `not_found`. */
export async function whyNotWaiting(id: string) {
  await findApplication(id);
  return { ok: false, reason: 'closed' } as const;
}
