/**
 * What delegated admin privileges are: two directory roles in the customer's organization, held by two groups of the partner.
 * The pairing is Microsoft's, https://learn.microsoft.com/partner-center/customers/customers-revoke-admin-privileges
 */
export const dapRoles = [
  {
    role: 'Global administrator',
    holders: 'admin agents',
    means: 'They can change every setting of your organization, manage all users and reset any password.',
  },
  {
    role: 'Helpdesk administrator',
    holders: 'helpdesk agents',
    means: 'They can reset passwords of users who are not administrators and handle service requests.',
  },
] as const;

/** The box that asks for them and the box that grants them say the same. */
export const dapLabel = 'Include delegated administration permissions';
