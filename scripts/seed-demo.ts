import { demoAddress, demoPassword, demoTenants, seedTenants } from '@/db/seed';
import { hashPassword } from '@/lib/auth/password';
import { now } from '@/lib/clock';

/** Everything of the demo that is not there yet (DESIGN §8). A second run changes nothing; two at once do it once. */
export async function seedDemo(): Promise<void> {
  await seedTenants(hashPassword, now());
}

export function demoAccounts(): string {
  const lines = demoTenants.map(
    (tenant) => `  ${tenant.name.padEnd(12)} ${tenant.people.map((person) => demoAddress(tenant, person)).join(', ')}`,
  );
  return [`Demo accounts (password ${demoPassword}):`, ...lines].join('\n');
}
