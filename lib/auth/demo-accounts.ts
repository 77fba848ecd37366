import { demoAddress, demoPassword, demoTenants } from '@/db/seed';
import { type Role, roles } from './actor';
import { roleNames } from './role-names';

export interface DemoAccounts {
  password: string;
  groups: { organization: string; people: { email: string; role: string }[] }[];
}

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

/** Who can sign in to the demo; for its sign-in page, and nothing else. */
export const demoAccounts = (): DemoAccounts => ({
  password: demoPassword,
  groups: demoTenants.map((tenant) => ({
    organization: tenant.name,
    people: tenant.people.map((person) => ({
      email: demoAddress(tenant, person),
      role: person
        .filter(isRole)
        .map((role) => roleNames[role])
        .join(', '),
    })),
  })),
});
