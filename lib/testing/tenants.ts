import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { consents, partnerLinks, tenants, users } from '@/db/schema';
import type { PartnerType, Role, TenantKind, UserActor } from '@/lib/auth/actor';
import { hashPassword } from '@/lib/auth/password';
import { startSession } from '@/lib/auth/start-session';
import { now } from '@/lib/clock';

/** For unit, integration and e2e tests: organisations nobody else has, on the database of this process. */
export const testPassword = 'a-password-for-tests';
let passwordHash: Promise<string> | undefined;

type TenantRow = typeof tenants.$inferSelect;

export async function newTenant(kind: TenantKind, given: Partial<TenantRow> = {}): Promise<TenantRow> {
  const word = randomBytes(5).toString('hex');
  const name = given.name ?? `${kind} ${word}`;
  const row: TenantRow = {
    id: uuidv7(),
    kind,
    partnerType: null,
    domain: kind === 'customer' ? `t${word}.onmicrosoft.com` : `t${word}.example`,
    country: 'US',
    mpnId: kind === 'partner' ? String(1_000_000 + Math.floor(Math.random() * 8_999_999)) : null,
    createdAt: now(),
    suspendedAt: null,
    directoryId: null,
    ...given,
    name,
    sortName: name.toLowerCase(),
  };
  await db.insert(tenants).values(row);
  return row;
}

/** A person of the tenant with an open session; signs in with `testPassword`. */
export async function newPerson(tenant: TenantRow, ...roles: Role[]): Promise<UserActor> {
  passwordHash ??= hashPassword(testPassword);
  const id = uuidv7();
  const user = {
    id,
    tenantId: tenant.id,
    email: `p${randomBytes(5).toString('hex')}@${tenant.domain}`,
    name: `Person ${id.slice(-4)}`,
    nameKey: `person ${id.slice(-4)}`,
    passwordHash: await passwordHash,
    roles: roles as string[],
    disabledAt: null,
    removedAt: null,
    createdAt: now(),
    directoryOid: null,
    cloudNative: null,
    locale: null,
    timeZone: null,
    theme: null,
  };
  await db.insert(users).values(user);
  return startSession({ user, tenant, method: 'password', from: null });
}

/** A partner tenant and one person in it. */
export async function newPartner(
  type: PartnerType,
  ...roles: Role[]
): Promise<{ tenant: TenantRow; actor: UserActor }> {
  const tenant = await newTenant('partner', { partnerType: type });
  return { tenant, actor: await newPerson(tenant, ...roles) };
}

/** A customer tenant and its global administrator. */
export async function newCustomer(name?: string): Promise<{ tenant: TenantRow; admin: UserActor }> {
  const tenant = await newTenant('customer', name ? { name } : {});
  return { tenant, admin: await newPerson(tenant, 'global_admin') };
}

export async function newPartnerLink(provider: TenantRow, reseller: TenantRow): Promise<string> {
  const id = uuidv7();
  await db.insert(partnerLinks).values({ id, providerId: provider.id, resellerId: reseller.id, createdAt: now() });
  return id;
}

/** An active consent as accepting a request leaves it. */
export async function newConsent(
  customer: { tenant: TenantRow; admin: UserActor },
  partner: TenantRow,
  given: Partial<typeof consents.$inferInsert> = {},
): Promise<string> {
  const id = uuidv7();
  await db.insert(consents).values({
    id,
    customerId: customer.tenant.id,
    partnerId: partner.id,
    kind: 'reseller',
    dap: false,
    customerSort: customer.tenant.sortName,
    customerDomain: customer.tenant.domain,
    grantedBy: customer.admin.id,
    grantedAt: now(),
    ...given,
  });
  return id;
}
