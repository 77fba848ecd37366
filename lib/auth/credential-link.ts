import { and, eq, gt, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { credentialLinks } from '@/db/schema';
import { days, later, minutes, now } from '@/lib/clock';
import { hashInvitationToken, newInvitationToken } from '@/lib/consent/invitation-token';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';

/** `first_password`: of somebody who was invited. `new_password`: of somebody who asked for one. */
export type CredentialPurpose = 'first_password' | 'new_password';

/** How long a link works, in milliseconds: who is invited may be away, who asked is waiting. */
const lifetimes: Record<CredentialPurpose, number> = { first_password: days(7), new_password: minutes(60) };

/**
 * Makes the link by which a person sets a password, inside the open transaction; an earlier one for the same purpose ends.
 * The URL holds the secret: it belongs into a mail to that person and nowhere else.
 */
export async function issueCredentialLink(userId: string, purpose: CredentialPurpose) {
  const at = now();
  const open = and(isNull(credentialLinks.usedAt), isNull(credentialLinks.replacedAt));
  await db
    .update(credentialLinks)
    .set({ replacedAt: at })
    .where(and(eq(credentialLinks.userId, userId), eq(credentialLinks.purpose, purpose), open));
  const token = newInvitationToken();
  const expiresAt = later(at, lifetimes[purpose]);
  const link = { id: uuidv7(), userId, purpose, tokenHash: hashInvitationToken(token), createdAt: at, expiresAt };
  await db.insert(credentialLinks).values(link);
  return { url: `${env.APP_ORIGIN}${paths.credentialLink(token)}`, expiresAt };
}

/** Uses a link up: of any number at once one gets the person's id and the purpose, the others null. */
export async function takeCredentialLink(token: string, at: Date) {
  const [taken] = await db
    .update(credentialLinks)
    .set({ usedAt: at })
    .where(
      and(
        eq(credentialLinks.tokenHash, hashInvitationToken(token)),
        isNull(credentialLinks.usedAt),
        isNull(credentialLinks.replacedAt),
        gt(credentialLinks.expiresAt, at),
      ),
    )
    .returning({ userId: credentialLinks.userId, purpose: credentialLinks.purpose });
  return taken ?? null;
}

/** Ends whatever link a person still has, of either purpose: once a password is set, and when the person is removed. */
export async function endCredentialLinks(userId: string, at: Date): Promise<void> {
  await db
    .update(credentialLinks)
    .set({ replacedAt: at })
    .where(and(eq(credentialLinks.userId, userId), isNull(credentialLinks.usedAt), isNull(credentialLinks.replacedAt)));
}
