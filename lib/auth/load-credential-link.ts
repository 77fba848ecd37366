import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { credentialLinks, tenants, users } from '@/db/schema';
import { now } from '@/lib/clock';
import { hashInvitationToken, invitationTokenPattern } from '@/lib/consent/invitation-token';
import type { CredentialPurpose } from './credential-link';

/** Why a link leads nowhere. One whose account is switched off looks as if it had never been. */
export type DeadCredential = 'unknown' | 'expired' | 'used' | 'replaced';

export type HeldCredential =
  | { kind: 'good'; purpose: CredentialPurpose; name: string; email: string; organization: string }
  | { kind: 'dead'; why: DeadCredential };

/** Where a link leads, for whoever holds it. */
export async function loadCredentialLink(token: string): Promise<HeldCredential> {
  if (!invitationTokenPattern.test(token)) return { kind: 'dead', why: 'unknown' };
  const [found] = await db
    .select({ link: credentialLinks, user: users, organization: tenants.name })
    .from(credentialLinks)
    .innerJoin(users, eq(users.id, credentialLinks.userId))
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(eq(credentialLinks.tokenHash, hashInvitationToken(token)));
  if (!found || found.user.disabledAt) return { kind: 'dead', why: 'unknown' };
  const { link, user, organization } = found;
  if (link.usedAt) return { kind: 'dead', why: 'used' };
  if (link.replacedAt) return { kind: 'dead', why: 'replaced' };
  if (link.expiresAt <= now()) return { kind: 'dead', why: 'expired' };
  return { kind: 'good', purpose: link.purpose, name: user.name, email: user.email, organization };
}
