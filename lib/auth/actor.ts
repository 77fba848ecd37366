import { AppError } from '@/lib/errors';

declare const minted: unique symbol;

/** A tenant id that was proven by a session or a job, never one that a client sent. Only `lib/auth` mints it. */
export type TenantId = string & { readonly [minted]: 'tenant' };

export type TenantKind = 'partner' | 'customer' | 'operator';
export type PartnerType = 'direct' | 'indirect_provider' | 'indirect_reseller' | 'oem';
export const roles = [
  'global_admin',
  'user_admin',
  'admin_agent',
  'sales_agent',
  'helpdesk_agent',
  'user',
  'intune_admin',
  'support_agent',
  'support_admin',
] as const;
export type Role = (typeof roles)[number];

export interface Organization {
  id: TenantId;
  kind: TenantKind;
  partnerType: PartnerType | null;
  name: string;
  domain: string;
}

export interface UserActor {
  type: 'user';
  id: string;
  name: string;
  email: string;
  roles: Role[];
  tenant: Organization;
  sessionId: string;
}

/** A job, named. It may act only through commands that allow the system. */
export interface SystemActor {
  type: 'system';
  name: string;
}

/** Who does something; null is a visitor who has not signed in. */
export type Actor = UserActor | SystemActor;
export type MaybeActor = Actor | null;

export const systemActor = (name: string): SystemActor => ({ type: 'system', name });

/** For `lib/auth` and tests: marks an id that came from the database. */
export const mintTenantId = (id: string): TenantId => id as TenantId;

/** The signed-in person behind an actor whose permission only people hold. */
export function requireUser(actor: MaybeActor): UserActor {
  if (actor?.type !== 'user') throw new AppError('denied');
  return actor;
}
