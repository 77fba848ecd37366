import type { Role } from './actor';

/** What people call the roles. */
export const roleNames: Record<Role, string> = {
  global_admin: 'global administrator',
  user_admin: 'user administrator',
  admin_agent: 'admin agent',
  sales_agent: 'sales agent',
  helpdesk_agent: 'helpdesk agent',
  user: 'user',
  intune_admin: 'Intune administrator',
  support_agent: 'support agent',
  support_admin: 'support administrator',
};
