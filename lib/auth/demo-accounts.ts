import { demoAddress, demoPassword, demoTenants } from '@/db/seed';
import { partnerTypeNames } from '@/lib/partners/names';
import { type Role, roles } from './actor';
import { roleNames } from './role-names';

export interface DemoAccounts {
  password: string;
  groups: { organization: string; people: { email: string; role: string }[] }[];
}

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

const kindNames = { partner: 'Partner', customer: 'Customer', operator: 'Operator' };

/** Who can sign in to the demo; for its sign-in page, and nothing else. */
export const demoAccounts = (): DemoAccounts => ({
  password: demoPassword,
  groups: demoTenants.map((tenant) => ({
    organization: `${tenant.name} · ${tenant.partnerType ? partnerTypeNames[tenant.partnerType] : kindNames[tenant.kind]}`,
    people: tenant.people.map((person) => ({
      email: demoAddress(tenant, person),
      role: person
        .slice(2)
        .filter(isRole)
        .map((role) => roleNames[role])
        .join(', '),
    })),
  })),
});
