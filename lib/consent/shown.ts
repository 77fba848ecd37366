import { createHash } from 'node:crypto';
import type { PartnerType } from '@/lib/auth/actor';
import { dapRoles } from './dap-roles';
import type { ConsentKind } from './names';

export interface PartnerFacts {
  id: string;
  name: string;
  domain: string;
  mpnId: string | null;
}

/** Everything that decides what accepting means. */
export interface InvitationFacts {
  requestId: string;
  kind: ConsentKind;
  partner: PartnerFacts & { type: PartnerType };
  provider: PartnerFacts | null;
  requester: { name: string; email: string };
  /** Delegated admin privileges are asked for; a manufacturer never gets them. */
  dap: boolean;
  /** What this partner already holds here, when it holds anything. */
  existing: { dap: boolean; providerName: string | null } | null;
  customer: { id: string; name: string; domain: string };
  person: { id: string; name: string; email: string };
}

/** The facts and every sentence made of them: exactly what the page shows. */
export interface Shown extends InvitationFacts {
  grants: string[];
  limits: string[];
  roles: readonly { role: string; holders: string; means: string }[];
  next: string[];
}

/** Puts the facts into words. The page renders this and nothing else about the grant, and its hash comes back with the answer. */
export function showInvitation(facts: InvitationFacts): Shown {
  const { partner, provider, customer, kind, existing } = facts;
  const dap = facts.dap && kind !== 'oem';
  const administers = dap || existing?.dap === true;
  const grants = [
    `Register Windows Autopilot devices for ${customer.name}.`,
    `See and manage the devices ${kind === 'oem' ? 'it registered' : 'it registered, and their profiles'}.`,
    ...(provider
      ? [`${provider.name}, its provider, may do the same, and sees the devices ${partner.name} registers.`]
      : []),
  ];
  const limits = [
    ...(administers ? [] : ['It cannot sign in to your organization: no administrative access is given.']),
    `In Partner Center it cannot see devices that you or another partner registered${administers ? '. With the roles below it can see them in your own admin centers' : ', or profiles that you made'}.`,
  ];
  const next = [
    `${partner.name} sees ${customer.name} among its customers at once, and is told by mail that you accepted.`,
    'Registered devices stay registered when the relationship ends.',
  ];
  return { ...facts, dap, grants, limits, roles: administers ? dapRoles : [], next };
}

/** Keys in order at every depth, so that equal facts are equal bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** SHA-256, in hex, of what was shown. Posted back with the answer: a difference means the person decided on something else. */
export const hashShown = (shown: Shown): string => createHash('sha256').update(canonical(shown)).digest('hex');
