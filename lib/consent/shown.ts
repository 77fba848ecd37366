import { hashCanonical } from '@/lib/audit/canonical';
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
  /** The id of the request, or of the standing link. */
  requestId: string;
  standing: boolean;
  kind: ConsentKind;
  partner: PartnerFacts & { type: PartnerType };
  provider: PartnerFacts | null;
  /** Who sent the request, an API client without an address; a standing link is the partner's own. */
  requester: { name: string; email: string | null } | null;
  /** Delegated admin privileges are asked for; a manufacturer never gets them. */
  dap: boolean;
  /** What this partner already holds here, when it holds anything. */
  existing: { dap: boolean; providerName: string | null } | null;
  customer: { id: string; name: string; domain: string };
  person: { id: string; name: string; email: string };
}

/** The facts and every sentence made of them: exactly what the page shows. */
export interface Shown extends InvitationFacts {
  /** Each goes on from "will be able to". */
  grants: string[];
  /** Each goes on from "will not be able to". */
  limits: string[];
  /** Whether administrative access is given, in one sentence. */
  access: string;
  roles: readonly { role: string; holders: string; means: string }[];
  /** About the provider, and about what is held already. */
  notes: string[];
  next: string[];
}

/** Puts the facts into words. The page renders this and nothing else about the grant, and its hash comes back with the answer. */
export function showInvitation(facts: InvitationFacts): Shown {
  const { partner, provider, customer, kind, existing } = facts;
  const dap = facts.dap && kind !== 'oem';
  const holds = existing?.dap === true;
  /** A global administrator sees everything in the customer's own places; what is limited is this portal. */
  const here = dap || holds ? ' in Partner Center' : '';
  return {
    ...facts,
    dap,
    grants: [
      `register Windows Autopilot devices for ${customer.name}`,
      kind === 'oem'
        ? 'see the devices it registered, and deregister them'
        : 'see and manage the devices it registered, and give them its profiles',
    ],
    limits: [
      ...(dap || holds ? [] : [`sign in to ${customer.name}, or change its settings or users`]),
      `see${here} devices that you or another partner registered`,
      kind === 'oem' ? 'see your profiles, or give devices one' : `see${here} profiles that you made`,
    ],
    access:
      kind === 'oem'
        ? 'No administrative access is given. A manufacturer cannot ask for any.'
        : accessSentence(partner.name, dap, holds),
    roles: dap || holds ? dapRoles : [],
    notes: [
      ...(provider
        ? [
            `${partner.name} works under the provider ${provider.name}. ${provider.name} will be able to do the same, and sees the devices ${partner.name} registers.`,
          ]
        : []),
      ...(existing ? [existingSentence(facts)] : []),
    ],
    next: [
      `${partner.name} sees ${customer.name} among its customers at once, and is told by mail that you accepted.`,
      kind === 'oem'
        ? `A manufacturer’s relationship ends through support: any global administrator of ${customer.name} can ask for that under Partner relationships. Registered devices stay registered then.`
        : `Any global administrator of ${customer.name} can end the relationship under Partner relationships. Registered devices stay registered then.`,
    ],
  };
}

function accessSentence(partner: string, asked: boolean, holds: boolean): string {
  if (holds) return `${partner} holds delegated administration permissions in your organization already.`;
  if (asked) return `${partner} also asks for administrative access. You decide about that separately.`;
  return 'No administrative access is given.';
}

function existingSentence({ partner, provider, customer, existing }: InvitationFacts): string {
  const held = existing?.providerName;
  const replaced = provider && held && held !== provider.name;
  const through = held ? ` through ${held}` : '';
  return `${partner.name} already has a relationship with ${customer.name}${through}. ${
    replaced ? `Accepting puts ${provider.name} in the place of ${held}.` : 'Accepting takes nothing away from it.'
  }`;
}

/** SHA-256, in hex, of what was shown. Posted back with the answer: a difference means the person decided on something else. */
export const hashShown = (shown: Shown): string => hashCanonical(shown);
