import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { nameChanges, tenants, users } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { query } from '@/lib/query';

/** What is known of the actor's own organization, and the newest name that it asked for: null where it never did. */
export const readOrganization = query({
  allow: 'organization:read',
  input: z.object({}),
  async run(actor) {
    const { id } = requireUser(actor).tenant;
    const [tenant] = await db.select().from(tenants).where(eq(tenants.id, id));
    if (!tenant) throw new AppError('not_found');
    const { name, domain, country, kind, partnerType, mpnId, createdAt } = tenant;
    return { id, name, domain, country, kind, partnerType, mpnId, createdAt, change: await latestChange(id) };
  },
});

export type OwnOrganization = Awaited<ReturnType<typeof readOrganization>>;

async function latestChange(tenantId: string) {
  const [change] = await db
    .select({
      id: nameChanges.id,
      state: nameChanges.state,
      name: nameChanges.name,
      note: nameChanges.note,
      askedBy: users.name,
      askedAt: nameChanges.askedAt,
      decidedAt: nameChanges.decidedAt,
      reason: nameChanges.reason,
    })
    .from(nameChanges)
    .innerJoin(users, eq(users.id, nameChanges.askedBy))
    .where(eq(nameChanges.tenantId, tenantId))
    .orderBy(desc(nameChanges.askedAt), desc(nameChanges.id))
    .limit(1);
  return change ?? null;
}
