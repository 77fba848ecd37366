import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { Role } from '@/lib/auth/actor';
import { now } from '@/lib/clock';

interface Account {
  tenantId: string;
  email: string;
  name: string;
  roles: readonly Role[];
  passwordHash: string;
}

/**
 * Makes an account whose address somebody has proven to be theirs, in the open transaction; the unique index says whether the
 * address is free. Null where it already signs in to this or another organization.
 */
export async function createAccount(account: Account) {
  const [user] = await db
    .insert(users)
    .values({
      id: uuidv7(),
      ...account,
      nameKey: account.name.toLowerCase(),
      roles: [...account.roles],
      createdAt: now(),
    })
    .onConflictDoNothing()
    .returning();
  return user ?? null;
}
