import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';

/** The customer with exactly this domain or tenant id, in whatever case; nothing is found by a part of it. */
export async function findExactly(asked: string): Promise<typeof tenants.$inferSelect | null> {
  const { success, data: id } = z.uuid().safeParse(asked.toLowerCase());
  const named = success ? eq(tenants.id, id) : eq(tenants.domain, asked.toLowerCase());
  const [found] = await db
    .select()
    .from(tenants)
    .where(and(named, eq(tenants.kind, 'customer')));
  return found ?? null;
}

/** The customer's person with this mail address, where they may ask for its devices: a global or an Intune administrator. */
export async function findAsker(
  customer: typeof tenants.$inferSelect,
  email: string,
): Promise<{ id: string; name: string } | null> {
  // Two where somebody has an account of ours beside the one of their directory.
  const accounts = await db
    .select()
    .from(users)
    .where(and(eq(users.tenantId, customer.id), eq(users.email, email.toLowerCase()), isNull(users.disabledAt)));
  const found = accounts.find((account) => allows(toActor(account, customer, ''), 'own_devices:read'));
  return found ? { id: found.id, name: found.name } : null;
}
