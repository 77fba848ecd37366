import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { placesOf } from '@/lib/auth/places';
import { queueMail } from '@/lib/mail/queue-mail';
import { chiefRole } from '@/lib/people/role-choices';
import { directoryMail } from './directory-mails';

/** Mails everybody who answers for the actor's organization that it is connected to its directory, or no longer is. */
export async function tellChiefs(actor: UserActor, what: 'connected' | 'disconnected', at: Date): Promise<void> {
  const { tenant, name: by } = actor;
  const place = placesOf(actor)[0].href;
  const people = await db
    .select({ name: users.name, email: users.email, roles: users.roles })
    .from(users)
    .where(and(eq(users.tenantId, tenant.id), isNull(users.disabledAt)));
  for (const { name, email, roles } of people)
    if (roles.includes(chiefRole(tenant.kind)))
      await queueMail(email, directoryMail({ name, organization: tenant.name, what, by, place, at }));
}
