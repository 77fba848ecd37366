import { and, asc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { apiClients, defaultProfiles, profiles, tenants, users } from '@/db/schema';
import { type Organization, requireTenant } from '@/lib/auth/actor';
import { makerName } from '@/lib/clients/maker-name';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { devicesByProfile } from './count-profiles';
import { knownSettings } from './settings';
import { profilesInSight } from './sight';

async function defaultOf(partner: Organization, customerId: string): Promise<string | null> {
  const [found] = await db
    .select({ id: defaultProfiles.profileId })
    .from(defaultProfiles)
    .where(and(eq(defaultProfiles.customerId, customerId), eq(defaultProfiles.partnerId, partner.id)));
  return found?.id ?? null;
}

async function read(tenant: Organization, customerId: string, where: SQL | undefined) {
  const rows = await db
    .select({
      id: profiles.id,
      name: profiles.name,
      description: profiles.description,
      settings: profiles.settings,
      source: profiles.source,
      makerId: profiles.makerId,
      makerName: tenants.name,
      personName: makerName,
      revision: profiles.revision,
      createdAt: profiles.createdAt,
      updatedAt: profiles.updatedAt,
    })
    .from(profiles)
    .innerJoin(tenants, eq(tenants.id, profiles.makerId))
    .leftJoin(users, eq(users.id, profiles.createdBy))
    .leftJoin(apiClients, eq(apiClients.id, profiles.clientId))
    .where(where)
    .orderBy(asc(profiles.nameKey), asc(profiles.id));
  const assigned = await devicesByProfile(rows.map(({ id }) => id));
  const makers = tenant.kind === 'partner' ? await registrarsInReach(tenant) : [tenant.id];
  const usual = tenant.kind === 'partner' ? await defaultOf(tenant, customerId) : null;
  return rows.map((row) => ({
    ...row,
    settings: knownSettings(row.settings),
    /** How many devices have it. */
    devices: assigned.get(row.id) ?? 0,
    /** The viewer's organization gives it to what it registers. */
    isDefault: row.id === usual,
    /** The viewer's organization may change and apply it. */
    own: makers.some((maker) => maker === row.makerId),
  }));
}

const customerName = async (id: string): Promise<string> => {
  const [customer] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, id));
  return customer?.name ?? '';
};

/**
 * The profiles of a customer by name: for a partner those it and its resellers made and never the customer's own, for the
 * customer all. Throws `not_found` for a customer that the organization may not act for.
 */
export const listProfiles = query({
  allow: 'profiles:read',
  input: z.object({ customerId: z.uuid() }),
  async run(actor, { customerId }) {
    const { tenant } = requireTenant(actor);
    const where = await profilesInSight(tenant, customerId);
    return {
      customer: { id: customerId, name: await customerName(customerId) },
      profiles: await read(tenant, customerId, where),
    };
  },
});

/** One of them. Throws `not_found` for one that the organization does not see, whether it exists or not. */
export const getProfile = query({
  allow: 'profiles:read',
  input: z.object({ customerId: z.uuid(), profileId: z.uuid() }),
  async run(actor, { customerId, profileId }) {
    const { tenant } = requireTenant(actor);
    const where = and(eq(profiles.id, profileId), await profilesInSight(tenant, customerId));
    const [profile] = await read(tenant, customerId, where);
    if (!profile) throw new AppError('not_found');
    return { ...profile, customer: { id: customerId, name: await customerName(customerId) } };
  },
});

/** What somebody can choose to apply to a customer's devices, by name, and which of them is the default. */
export const profileChoices = query({
  allow: 'profiles:apply',
  input: z.object({ customerId: z.uuid() }),
  async run(actor, { customerId }) {
    const { tenant } = requireTenant(actor);
    const inSight = await profilesInSight(tenant, customerId);
    const own = tenant.kind === 'customer' ? eq(profiles.makerId, tenant.id) : undefined;
    const choices = await db
      .select({ id: profiles.id, name: profiles.name })
      .from(profiles)
      .where(and(inSight, own))
      .orderBy(asc(profiles.nameKey), asc(profiles.id));
    return { choices, defaultId: tenant.kind === 'partner' ? await defaultOf(tenant, customerId) : null };
  },
});

export type Profile = Awaited<ReturnType<typeof listProfiles>>['profiles'][number];
