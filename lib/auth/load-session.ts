import { and, eq, isNull, lt } from 'drizzle-orm';
import { db } from '@/db';
import { alias } from '@/db/columns';
import { placeholder, prepared } from '@/db/prepared';
import { sessions, tenants, users, viewings } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { mintTenantId, type Organization, type Role, type UserActor } from './actor';
import type { Sender } from './sender';
import { idleLimit, touchInterval } from './session-rules';
import { viewAs } from './view-as';

type UserRow = typeof users.$inferSelect;
type TenantRow = typeof tenants.$inferSelect;

const viewedTenants = alias(tenants, 'viewed_tenants');

const organizationOf = ({ id, kind, partnerType, name, domain, suspendedAt }: TenantRow): Organization => ({
  id: mintTenantId(id),
  kind,
  partnerType,
  name,
  domain,
  suspendedAt,
});

/** `signedInAt` is when they proved who they are; null where no session stands behind the actor. */
export function toActor(
  user: UserRow,
  tenant: TenantRow,
  sessionId: string,
  signedInAt: Date | null = null,
): UserActor {
  return {
    type: 'user',
    id: user.id,
    name: user.name,
    email: user.email,
    roles: user.roles as Role[],
    tenant: organizationOf(tenant),
    sessionId,
    signedInAt,
    directory: user.directoryOid === null ? null : { cloudNative: user.cloudNative === true },
    preferences: { locale: user.locale, timeZone: user.timeZone, theme: user.theme },
    viewer: null,
  };
}

const openSession = prepared('open_session', () =>
  db
    .select({ session: sessions, user: users, tenant: tenants, viewing: viewings, viewed: viewedTenants })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .leftJoin(viewings, and(eq(viewings.sessionId, sessions.id), isNull(viewings.endedAt)))
    .leftJoin(viewedTenants, eq(viewedTenants.id, viewings.tenantId))
    .where(
      and(eq(sessions.id, placeholder('sessionId', sessions.id)), isNull(sessions.revokedAt), isNull(users.disabledAt)),
    ),
);

/**
 * The person behind a session id, as the database says now, with the eyes of another organization while they view it: null when the session was revoked, has expired or rested too
 * long, or the account is disabled. Notes at most once a minute that the session was used and from where, unless it was only `looked` at;
 * that is not a state change anybody is told about, so it is the one write outside `command()`.
 */
export async function loadSession(
  sessionId: string,
  how: 'used' | 'looked' = 'used',
  from: Pick<Sender, 'address' | 'agent'> | null = null,
): Promise<UserActor | null> {
  const [row] = await openSession({ sessionId });
  if (!row) return null;
  const at = now();
  if (row.session.expiresAt <= at) return null;
  if (row.session.seenAt <= later(at, -idleLimit(row.tenant.kind))) return null;
  if (how === 'used' && row.session.seenAt < later(at, -touchInterval)) {
    await db
      .update(sessions)
      .set({ seenAt: at, ...(from && { address: from.address, agent: from.agent }) })
      .where(and(eq(sessions.id, sessionId), lt(sessions.seenAt, at)));
  }
  const person = toActor(row.user, row.tenant, sessionId, row.session.createdAt);
  return row.viewing && row.viewed ? viewAs(person, row.viewing, organizationOf(row.viewed), at) : person;
}
