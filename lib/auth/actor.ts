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
  /** Since when support has it suspended; null while it works. */
  suspendedAt: Date | null;
}

export interface UserActor {
  type: 'user';
  id: string;
  name: string;
  email: string;
  roles: Role[];
  tenant: Organization;
  sessionId: string;
  /** When they proved who they are; null where no session stands behind the actor. */
  signedInAt: Date | null;
  /** What their organization's directory said when they last signed in by it; null for an account of ours. */
  directory: { cloudNative: boolean } | null;
  preferences: Preferences;
  /** Set while one of support sees what this organization sees: `command()` then refuses everything. */
  viewer: Viewer | null;
}

/** How a person wants to read; null is what everybody gets. */
export interface Preferences {
  /** A BCP 47 tag, for dates and numbers alone. */
  locale: string | null;
  /** Of the IANA database. */
  timeZone: string | null;
  theme: 'light' | 'dark' | null;
}

/** Who looks with the eyes of another organization, and until when. */
export interface Viewer {
  viewingId: string;
  /** The person of support, as themself. */
  self: UserActor;
  until: Date;
}

/** The person themself, with whoever's eyes they are looking. */
export const ownActor = (actor: UserActor): UserActor => actor.viewer?.self ?? actor;

/** What an API client may be allowed: to read everything its partner sees, and to change one kind of thing each; `oem` is all of the OEM API. */
export const scopes = ['read', 'devices', 'profiles', 'customers', 'webhooks', 'oem'] as const;
export type Scope = (typeof scopes)[number];

const ofManufacturers: readonly Scope[] = ['oem', 'read', 'webhooks'];
const ofSellers = scopes.filter((scope) => scope !== 'oem');

/** The scopes that an organization's clients can have: a manufacturer changes things by an API of its own, and by no other (decision 0025). */
export const scopesOf = ({ partnerType }: Pick<Organization, 'partnerType'>): readonly Scope[] =>
  partnerType === 'oem' ? ofManufacturers : ofSellers;

/** A partner's program, with a token that is good now. */
export interface ClientActor {
  type: 'client';
  id: string;
  name: string;
  scopes: Scope[];
  tenant: Organization;
  /** Since when support has this client suspended, whatever its organization is; null while it works. */
  suspendedAt: Date | null;
  /** The id that the sender gave the call, in lower case: the log finds by it what the call did. */
  requestId?: string;
}

/** Who acts for an organization: one of its people or of its programs. */
export type TenantActor = UserActor | ClientActor;

/** A job, named. It may act only through commands that allow the system. */
export interface SystemActor {
  type: 'system';
  name: string;
}

/** Who does something; null is a visitor who has not signed in. */
export type Actor = TenantActor | SystemActor;
export type MaybeActor = Actor | null;

export const systemActor = (name: string): SystemActor => ({ type: 'system', name });

/** For `lib/auth` and tests: marks an id that came from the database. */
export const mintTenantId = (id: string): TenantId => id as TenantId;

/** The signed-in person behind an actor whose permission only people hold. */
export function requireUser(actor: MaybeActor): UserActor {
  if (actor?.type !== 'user') throw new AppError('denied');
  return actor;
}

/** Whoever acts for an organization, a person or an API client, where the permission is one that both can hold. */
export function requireTenant(actor: MaybeActor): TenantActor {
  if (actor?.type !== 'user' && actor?.type !== 'client') throw new AppError('denied');
  return actor;
}

/** The columns that say who made a row: one of the two is null. */
export interface Maker {
  createdBy: string | null;
  clientId: string | null;
}

export const madeBy = (actor: TenantActor): Maker =>
  actor.type === 'user' ? { createdBy: actor.id, clientId: null } : { createdBy: null, clientId: actor.id };
