import { z } from 'zod';
import type { Role } from '@/lib/auth/actor';
import { vetName } from '@/lib/consent/vet-name';
import { isCountry } from '@/lib/tenants/countries';
import { issuerFits } from './issuer-fits';

/** Built-in roles of Microsoft Entra ID by their template (https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference). */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const intuneAdministrator = '3a2c62db-5318-420d-8d23-23affee5d9d5';
/** The directory of everybody with a personal Microsoft account. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';
/** Guests have a # in theirs, which is no mail address to everybody. */
const signInPattern = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9-]+\.)+[a-z]+$/;
const cloudDomain = /@[a-z0-9-]+\.onmicrosoft\.com$/;

/** What we know of somebody who has signed in at their directory. `expiresAt` is when the token runs out, in seconds since 1970. */
export const directoryPerson = z.object({
  tid: z.string(),
  oid: z.string(),
  nonce: z.string(),
  expiresAt: z.number(),
  /** Fit for our mails, whatever the directory says. */
  name: z.string(),
  /** Lower case. Only what the person is called by, never who they are. */
  signInName: z.string(),
  globalAdmin: z.boolean(),
  intuneAdmin: z.boolean(),
  /** Of another organization, invited into this directory. */
  guest: z.boolean(),
  cloudNative: z.boolean(),
  /** ISO 3166-1 alpha-2; `ZZ` while nobody has said. */
  country: z.string(),
});
export type DirectoryPerson = z.infer<typeof directoryPerson>;

export type ReadClaims =
  | { ok: true; person: DirectoryPerson }
  /** The token does not say what it has to: the app registration needs mending. */
  | { ok: false; reason: 'incomplete'; missing: string[] }
  | { ok: false; reason: 'personal_account' | 'foreign_issuer' };

const idClaim = z.guid().transform((id) => id.toLowerCase());
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const claims = z.object({
  iss: z.string(),
  tid: idClaim,
  oid: idClaim,
  nonce: z.string().min(1),
  exp: z.number(),
  wids: z.array(z.string().toLowerCase()),
  preferred_username: z.string().trim().toLowerCase().max(254).regex(signInPattern),
  name: maybe(z.string()),
  idp: maybe(z.string()),
  acct: maybe(z.coerce.number()),
  ctry: maybe(z.string()),
  tenant_ctry: maybe(z.string()),
});

const personalToken = z.object({ tid: z.string().toLowerCase().pipe(z.literal(personalAccounts)) });

/** The first of these that may stand in a mail; a name that nobody could be told by is none. */
function safeName(...offered: (string | undefined)[]): string {
  for (const name of offered) {
    const vetted = vetName(name ?? '');
    if (vetted.ok) return vetted.value;
  }
  return 'Somebody of the directory';
}

/** What the claims of an ID token, which the openid client has verified, say of a person. `configured` is the issuer of the portal. */
export function readClaims(token: unknown, configured: string): ReadClaims {
  // Whatever else such a token lacks: no app registration mends that.
  if (personalToken.safeParse(token).success) return { ok: false, reason: 'personal_account' };
  const parsed = claims.safeParse(token);
  if (!parsed.success) {
    const missing = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'claims')))];
    return { ok: false, reason: 'incomplete', missing };
  }
  const {
    iss,
    tid,
    oid,
    nonce,
    exp,
    wids,
    preferred_username: signInName,
    name,
    idp,
    acct,
    ctry,
    tenant_ctry,
  } = parsed.data;
  if (!issuerFits({ issuer: iss, tid, configured })) return { ok: false, reason: 'foreign_issuer' };
  const guest = acct === 1 || (idp !== undefined && idp !== iss) || signInName.includes('#ext#');
  const country = [ctry, tenant_ctry].map((code) => code?.toUpperCase()).find((code) => code && isCountry(code));
  return {
    ok: true,
    person: {
      tid,
      oid,
      nonce,
      expiresAt: exp,
      name: safeName(name, signInName.slice(0, signInName.indexOf('@')).replace(/[._]+/g, ' ')),
      signInName,
      globalAdmin: wids.includes(globalAdministrator),
      intuneAdmin: wids.includes(intuneAdministrator),
      guest,
      // A federated account's sign-in name is never in this domain (https://learn.microsoft.com/entra/identity/users/domains-manage).
      cloudNative: !guest && cloudDomain.test(signInName),
      country: country ?? 'ZZ',
    },
  };
}

type Administrators = Pick<DirectoryPerson, 'globalAdmin' | 'intuneAdmin'>;

/**
 * The roles of somebody after they signed in. Of a customer's people the directory says all of them; of a partner's, who is global
 * administrator; what else they are, and everything of the operator's, is given on the People page.
 */
export function rolesFrom(
  { globalAdmin, intuneAdmin }: Administrators,
  kind: 'partner' | 'customer' | 'operator',
  given: readonly Role[],
): Role[] {
  if (kind === 'operator') return [...given];
  if (kind === 'partner')
    return [...(globalAdmin ? (['global_admin'] as const) : []), ...given.filter((role) => role !== 'global_admin')];
  const roles: Role[] = [];
  if (globalAdmin) roles.push('global_admin');
  if (intuneAdmin) roles.push('intune_admin');
  return roles.length > 0 ? roles : ['user'];
}
