import {
  type MaybeActor,
  type Organization,
  type PartnerType,
  type Role,
  type Scope,
  scopes,
  type TenantKind,
} from './actor';

/**
 * Who may: roles by the kind of tenant they are held in; `api` for a partner's programs, any of whose scopes is enough;
 * `system` for jobs; `visitor` for whoever is not signed in. `types` narrows partners down to some types of them, and
 * `byHand` their people alone, where the programs of others may.
 */
type Rule = { [kind in TenantKind]?: readonly Role[] } & {
  api?: readonly Scope[];
  types?: readonly PartnerType[];
  byHand?: readonly PartnerType[];
  system?: true;
  visitor?: true;
};

/** Whoever sells to customers. An OEM asks by its consent link alone, has no profiles, and registers by API (DESIGN §1). */
const sellers = ['direct', 'indirect_provider', 'indirect_reseller'] as const;
const oems = ['oem'] as const;

/** The roles that can be held in each kind of organization. */
export const rolesOf = {
  partner: ['global_admin', 'user_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'],
  customer: ['global_admin', 'user', 'intune_admin'],
  operator: ['support_agent', 'support_admin'],
} as const satisfies Record<TenantKind, readonly Role[]>;

const everyone: Rule = rolesOf;

/**
 * The one table of who may do what (DESIGN §3, rule 7). Every command and query names a key of it. It says what a role may
 * do at all; which rows it may do it to is in each query's `where`.
 */
export const policy = {
  'session:start': { visitor: true, ...everyone },
  'session:end': everyone,
  // Whoever holds a link of a mail sets a password by it; anybody may ask for one, and learns nothing by asking.
  'password:set': { visitor: true, ...everyone },
  'password:mail': { system: true },
  // One's own password, second factor and sessions.
  'account:manage': everyone,
  // Whoever holds the link that a start printed makes the operator, once.
  'setup:issue': { system: true },
  'setup:claim': { visitor: true, ...everyone },
  'mailbox:read': { visitor: true, ...everyone },
  'health:read': { visitor: true, ...everyone },

  // Each person's own, whatever their role.
  'notifications:read': everyone,
  'notifications:manage': everyone,
  'live:watch': everyone,

  // Told of any customer, by any scope: whether it is one of the partner's.
  'customers:reach': {
    partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'],
    api: scopes,
  },
  'customers:read': {
    partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'],
    api: ['read', 'customers'],
  },
  'requests:read': {
    partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'],
    api: ['read', 'customers'],
  },
  'requests:send': { partner: ['admin_agent', 'sales_agent'], api: ['customers'], types: sellers },
  // The form and its drafts.
  'requests:write': { partner: ['admin_agent', 'sales_agent'], types: sellers },
  'standing_links:read': { partner: ['global_admin', 'admin_agent', 'sales_agent'], api: ['read', 'customers'] },
  'standing_links:make': { partner: ['admin_agent', 'sales_agent'], types: sellers },
  // Ends the one that is out there, wherever it was put.
  'standing_links:rotate': { partner: ['global_admin', 'admin_agent'], types: sellers },
  // An OEM's own standing link, which support issues: who asks for it, who mails it to customers, and who issues it.
  'oem_link:read': { partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'], types: oems },
  'oem_link:ask': { partner: ['global_admin', 'admin_agent'], types: oems },
  'oem_link:mail': { partner: ['admin_agent', 'sales_agent'], types: oems },
  'oem_link:handle': { operator: ['support_agent', 'support_admin'] },
  'requests:expire': { system: true },
  'requests:remind': { system: true },
  'mail:deliver': { system: true },
  'devices:read': { partner: ['global_admin', 'admin_agent', 'sales_agent'], api: ['read', 'devices'] },
  'devices:register': { partner: ['admin_agent', 'sales_agent'], api: ['devices'], byHand: sellers },
  // The OEM API, which people have no part in: registering and deregistering, and asking what either would answer.
  'oem_devices:register': { api: ['oem'] },
  // The customer's own devices, whoever registered them.
  'own_devices:read': { customer: ['global_admin', 'intune_admin'] },
  // Whose profiles, the commands check: a partner never finds the customer's own (decision 0017).
  'profiles:read': {
    partner: ['admin_agent'],
    customer: ['global_admin', 'intune_admin'],
    api: ['read', 'profiles'],
    types: sellers,
  },
  'profiles:manage': { partner: ['admin_agent'], customer: ['intune_admin'], api: ['profiles'], types: sellers },
  'profiles:apply': { partner: ['admin_agent'], customer: ['intune_admin'], api: ['profiles'], types: sellers },
  'profiles:process': { system: true },
  'uploads:process': { system: true },

  // A device that another customer has: whose side somebody is on, and so what there is to see, is in each `where`.
  'conflicts:ask': { partner: ['admin_agent', 'sales_agent'], api: ['devices'] },
  'conflicts:read': {
    partner: ['global_admin', 'admin_agent', 'sales_agent'],
    customer: ['global_admin', 'intune_admin'],
    api: ['read', 'devices'],
  },
  // A partner's global administrator for its own devices, which a partner registered like any customer's.
  'conflicts:answer': {
    partner: ['global_admin', 'admin_agent', 'sales_agent'],
    customer: ['global_admin', 'intune_admin'],
    api: ['devices'],
  },
  // For devices that the own organization registered.
  'conflicts:answer_as_registrar': { partner: ['admin_agent', 'sales_agent'], api: ['devices'] },
  // Who attached it, and support: the holder never sees it.
  'conflicts:read_proof': {
    partner: ['global_admin', 'admin_agent', 'sales_agent'],
    operator: ['support_agent', 'support_admin'],
  },
  'conflicts:decide': { operator: ['support_agent', 'support_admin'] },
  'conflicts:escalate': { system: true },

  // Who holds a link learns where it leads before signing in, and nothing else.
  'invitation:find': { visitor: true, ...everyone },
  // Whoever holds a dead link may say so to the partner.
  'invitation:ask': { visitor: true, ...everyone },
  // Anybody signed in may look at a request whose link they hold; who is shown what is the query's business.
  'invitation:read': everyone,
  'invitation:open': everyone,
  // Who cannot answer passes it on to those of their organization who can.
  'invitation:forward': everyone,
  // A partner's own tenant may be somebody's customer, so its global administrator decides for it.
  'consent:decide': { customer: ['global_admin'], partner: ['global_admin'] },
  // From either side (rule 7); the customer alone takes delegated administration back.
  'consent:end': { customer: ['global_admin'], partner: ['global_admin'], api: ['customers'] },
  'consent:remove_dap': { customer: ['global_admin'], partner: ['global_admin'] },
  // A manufacturer's consent is ended by support (rule 4): the customer asks, and follows what becomes of it.
  'removals:ask': { customer: ['global_admin'], partner: ['global_admin'] },
  'removals:handle': { operator: ['support_agent', 'support_admin'] },
  'consent:revoke': { operator: ['support_agent', 'support_admin'] },
  'consent:revoke_due': { system: true },
  'consent:tell_unused': { system: true },
  // The partner's own side of it: it may want less than it was given.
  'consent:waive_dap': { partner: ['global_admin'], api: ['customers'], types: sellers },
  'relationships:read': { customer: ['global_admin', 'user', 'intune_admin'], partner: ['global_admin'] },
  'receipts:read': {
    customer: ['global_admin', 'user', 'intune_admin'],
    partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'],
  },

  // Which type of partner it takes, the commands check: an organization that is neither side finds nothing.
  'partner_links:read': { partner: ['global_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'], api: ['read'] },
  'partner_links:invite': { partner: ['global_admin', 'admin_agent'] },
  'partner_links:decide': { partner: ['global_admin'] },
  'partner_links:end': { partner: ['global_admin'] },
  'partner_links:expire': { system: true },

  // Who answers for an organisation, or acts for it: the log names everybody's doings.
  'activity:read': {
    partner: ['global_admin', 'admin_agent'],
    customer: ['global_admin'],
    operator: ['support_agent', 'support_admin'],
    api: ['read'],
  },

  // An organization's people. Whom a user administrator may not touch, the commands check.
  'members:manage': {
    partner: ['global_admin', 'user_admin'],
    customer: ['global_admin'],
    operator: ['support_admin'],
  },
  // Whoever holds the link that was mailed to them sets up their account.
  'members:join': { visitor: true, ...everyone },
  // Whoever holds a consent link says their address, and whoever holds the link that was mailed there sets up its organization.
  'sign_up:ask': { visitor: true, ...everyone },
  'sign_up:mail': { system: true },
  'sign_up:use': { visitor: true, ...everyone },
  // Four eyes: who proposed another administrator of the operator cannot confirm it, which the command sees to.
  'promotions:decide': { operator: ['support_admin'] },

  // A partner's programs: their secrets let them in, so only who answers for the organization makes them.
  'api_clients:manage': { partner: ['global_admin'] },
  // Where events leave the portal to. A client finds the one endpoint that it made itself.
  'webhooks:read': { partner: ['global_admin'], api: ['read', 'webhooks'] },
  'webhooks:manage': { partner: ['global_admin'], api: ['webhooks'] },
  'webhooks:deliver': { system: true },
  // Whoever holds a secret gets a token for it.
  'api_tokens:issue': { visitor: true, ...everyone },

  // Four eyes: whoever proposed a suspension cannot confirm it, which the command sees to (docs/decisions/0027).
  'suspensions:read': { operator: ['support_agent', 'support_admin'] },
  'suspensions:propose': { operator: ['support_agent', 'support_admin'] },
  'suspensions:decide': { operator: ['support_admin'] },
  // Why their own organization is suspended.
  'suspensions:explain': { partner: ['global_admin', 'user_admin', 'admin_agent', 'sales_agent', 'helpdesk_agent'] },
  // A customer's Surface devices, because it asked: no consent gives this, and none of it is a partner's (decision 0028).
  'surface:register': { operator: ['support_agent', 'support_admin'] },

  // In the partner's name and to the same recipient, with a reason that the partner reads.
  'requests:support': { operator: ['support_agent', 'support_admin'] },
  // To see what an organization sees, and nothing else for that time.
  'viewing:use': { operator: ['support_agent', 'support_admin'] },
  'viewing:expire': { system: true },

  'support:read': { operator: ['support_agent', 'support_admin'] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof policy;

/**
 * True when the actor holds, in a tenant of the right kind, one of the roles the permission names, or as an API client one of
 * its scopes. An indirect reseller has no API (DESIGN §3, rule 3), whatever its rows say. What is not for an organization's
 * type of partner nobody there may, person or program.
 */
export function allows(actor: MaybeActor, permission: Permission): boolean {
  const rule: Rule = policy[permission];
  if (!actor) return rule.visitor === true;
  if (actor.type === 'system') return rule.system === true;
  const { partnerType } = actor.tenant;
  if (partnerType && rule.types?.includes(partnerType) === false) return false;
  if (actor.type === 'client')
    return mayHaveApi(actor.tenant) && actor.scopes.some((scope) => rule.api?.includes(scope));
  if (partnerType && rule.byHand?.includes(partnerType) === false) return false;
  const allowed = rule[actor.tenant.kind] ?? [];
  return actor.roles.some((role) => allowed.includes(role));
}

/** Whether an organization may have API clients at all. */
export const mayHaveApi = ({ kind, partnerType }: Pick<Organization, 'kind' | 'partnerType'>): boolean =>
  kind === 'partner' && partnerType !== null && partnerType !== 'indirect_reseller';
