import type { viewings } from '@/db/schema';
import type { Organization, UserActor } from './actor';
import { allows } from './policy';

/**
 * This person of support with the eyes of an organization: its role, its rows, and nobody's own things, since the id is that of
 * no person. Themself once the time is over or their role no longer allows it.
 */
export function viewAs(
  self: UserActor,
  { id, role, endsAt }: Pick<typeof viewings.$inferSelect, 'id' | 'role' | 'endsAt'>,
  tenant: Organization,
  at: Date,
): UserActor {
  if (endsAt <= at || !allows(self, 'viewing:use')) return self;
  return { ...self, id, roles: [role], tenant, viewer: { viewingId: id, self, until: endsAt } };
}
