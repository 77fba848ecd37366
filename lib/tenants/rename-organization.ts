import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { consents, tenants } from '@/db/schema';

/**
 * Gives an organization another name, in the open transaction, and every list that is sorted by it. What was said before keeps the
 * old one: mails, receipts, notifications and the log.
 */
export async function renameOrganization(id: string, name: string): Promise<void> {
  const sortName = name.toLowerCase();
  await db.update(tenants).set({ name, sortName }).where(eq(tenants.id, id));
  await db.update(consents).set({ customerSort: sortName }).where(eq(consents.customerId, id));
}
