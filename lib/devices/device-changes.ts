import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db';
import { apiClients, deviceChanges, tenants, users } from '@/db/schema';
import type { Organization, TenantKind } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';

type What = (typeof deviceChanges.$inferSelect)['what'];

/** What a customer gives its own devices is no partner's to see; what partners call and group them is none of the customer's. */
const seen: Record<TenantKind, What[]> = {
  partner: ['group_tag', 'batch', 'profile'],
  customer: ['profile', 'own_profile'],
  operator: ['group_tag', 'batch', 'profile', 'own_profile'],
};

/** The changes of a device that an organization sees, oldest first; who is of another organization is named with it. */
export async function changesOf(deviceId: string, viewer: Organization) {
  const changes = await db
    .select({
      id: deviceChanges.id,
      at: deviceChanges.at,
      by: makerName,
      organizationId: tenants.id,
      organization: tenants.name,
      what: deviceChanges.what,
      before: deviceChanges.before,
      after: deviceChanges.after,
    })
    .from(deviceChanges)
    .leftJoin(users, eq(users.id, deviceChanges.userId))
    .leftJoin(apiClients, eq(apiClients.id, deviceChanges.clientId))
    .leftJoin(tenants, eq(tenants.id, sql`coalesce(${users.tenantId}, ${apiClients.tenantId})`))
    .where(and(eq(deviceChanges.deviceId, deviceId), inArray(deviceChanges.what, seen[viewer.kind])))
    .orderBy(asc(deviceChanges.at), asc(deviceChanges.id));
  return changes.map(({ organizationId, organization, by, ...change }) => ({
    ...change,
    by: organizationId === viewer.id || !organization ? by : `${by} of ${organization}`,
  }));
}

export type DeviceChange = Awaited<ReturnType<typeof changesOf>>[number];
