import { eq } from 'drizzle-orm';
import { db, transaction } from '@/db';
import { users } from '@/db/schema';
import { type CredentialPurpose, issueCredentialLink } from '@/lib/auth/credential-link';

/** The secret of a link for a person, as the mail's URL ends. */
export async function newCredentialToken(userId: string, purpose: CredentialPurpose): Promise<string> {
  const { url } = await transaction(() => issueCredentialLink(userId, purpose));
  return url.slice(url.lastIndexOf('/') + 1);
}

/** What the database holds of a person. */
export async function personRow(id: string): Promise<typeof users.$inferSelect> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  if (!row) throw new Error('nobody has this id');
  return row;
}
