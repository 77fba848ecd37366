import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import { days, later, now } from '@/lib/clock';
import { newInvitationToken } from '@/lib/consent/invitation-token';
import { queueMail } from '@/lib/mail/queue-mail';
import type { Origin, OriginKey } from './load-origin';
import { setUpMail } from './sign-up-mails';
import { hashSignUpToken } from './sign-up-token';

/** How long a link works, in milliseconds: who asked for it is waiting, but perhaps for a colleague. */
const lifetime = days(1);

/**
 * Mails an address the link to set up its organization, in the open transaction; one that it still holds is replaced. Null
 * when the address is being mailed one at this moment.
 */
export async function issueSignUp(
  email: string,
  { requestId, standingId, dap }: OriginKey,
  { asked }: Origin,
): Promise<string | null> {
  const createdAt = now();
  const expiresAt = later(createdAt, lifetime);
  const id = uuidv7();
  const token = newInvitationToken();
  await db
    .update(signUps)
    .set({ replacedAt: createdAt })
    .where(and(eq(signUps.email, email), isNull(signUps.usedAt), isNull(signUps.replacedAt)));
  const sent = await db
    .insert(signUps)
    .values({ id, email, tokenHash: hashSignUpToken(token, dap), requestId, standingId, createdAt, expiresAt })
    .onConflictDoNothing()
    .returning({ id: signUps.id });
  if (sent.length === 0) return null;
  await queueMail(email, setUpMail({ email, partner: asked.partner, token, expiresAt }));
  return id;
}
