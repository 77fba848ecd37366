import type { Role, TenantKind } from '@/lib/auth/actor';

export interface RoleChoice {
  role: Role;
  /** What it may do, in one sentence. */
  means: string;
}

/** The roles of each kind of organization, fewest permissions first: the first one is what a form begins with. */
export const roleChoices: Record<TenantKind, readonly [RoleChoice, ...RoleChoice[]]> = {
  partner: [
    { role: 'helpdesk_agent', means: 'Sees customers and requests, no devices, and changes nothing.' },
    { role: 'sales_agent', means: 'Asks customers for consent and registers devices.' },
    {
      role: 'admin_agent',
      means: 'Asks customers for consent, registers devices, makes profiles and reads the activity log.',
    },
    { role: 'user_admin', means: 'Invites people and manages their accounts, except those of global administrators.' },
    {
      role: 'global_admin',
      means: 'Answers for the organization: its people, API clients and webhooks, and the end of relationships.',
    },
  ],
  customer: [
    { role: 'user', means: 'Sees which partners may act for the organization, and decides nothing.' },
    { role: 'intune_admin', means: 'Sees and manages the organization’s own devices and profiles.' },
    {
      role: 'global_admin',
      means: 'Gives and ends consent for the whole organization, and manages its people.',
    },
  ],
  operator: [
    { role: 'support_agent', means: 'Settles removal requests and device conflicts, and revokes consents.' },
    { role: 'support_admin', means: 'Does what a support agent does, and manages the people of the operator.' },
  ],
};

/** The role that answers for an organization of this kind: it must never be without somebody who has it. */
export const chiefRole = (kind: TenantKind): Role => (kind === 'operator' ? 'support_admin' : 'global_admin');

/** True when each of these is a role of this kind of organization. */
export const areRolesOf = (kind: TenantKind, roles: readonly string[]): boolean =>
  roles.every((role) => roleChoices[kind].some((choice) => choice.role === role));
