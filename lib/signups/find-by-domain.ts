import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';

/** The organization whose primary domain this is; undefined when nobody has it. */
export async function findByDomain(domain: string): Promise<typeof tenants.$inferSelect | undefined> {
  const [tenant] = await db.select().from(tenants).where(eq(tenants.domain, domain));
  return tenant;
}
