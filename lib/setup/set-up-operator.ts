import { z } from 'zod';
import { db } from '@/db';
import { locks } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { command } from '@/lib/command';
import { createAccount } from '@/lib/people/create-account';
import { preparePassword } from '@/lib/people/prepare-password';
import { createOrganization } from '@/lib/tenants/create-organization';
import { deadSetup, operatorLock } from './find-setup-link';
import { setUpInput } from './set-up-input';

/**
 * Makes the operator's organization and its first support administrator; once, whoever has links. Outcomes: `dead` with why,
 * `weak` with the sentence that says why, and `domain_taken` or `address_taken` in a database that has others already.
 */
export const setUpOperator = command({
  allow: 'setup:claim',
  input: setUpInput.extend({ token: z.string().max(100) }),
  audit: 'setup.completed',
  async prepare({ token, name, email, organization, password }) {
    // Nobody without a good link has us hash anything.
    return (await deadSetup(token)) ? null : preparePassword(password, { name, email, organization });
  },
  async run({ about }, { token, organization, domain, country, name, email }, prepared) {
    const dead = await deadSetup(token);
    if (dead || !prepared) return { ok: false, reason: 'dead', why: dead ?? 'unknown' } as const;
    if ('weak' in prepared) return { ok: false, reason: 'weak', message: prepared.weak } as const;
    const claimed = await db
      .insert(locks)
      .values({ name: operatorLock, revision: 0 })
      .onConflictDoNothing()
      .returning({ name: locks.name });
    if (claimed.length === 0) return { ok: false, reason: 'dead', why: 'used' } as const;
    const tenant = await createOrganization({ kind: 'operator', name: organization, domain, country });
    if (!tenant) return { ok: false, reason: 'domain_taken' } as const;
    const roles = ['support_admin'] as const;
    const user = await createAccount({ tenantId: tenant.id, email, name, roles, passwordHash: prepared.hash });
    if (!user) return { ok: false, reason: 'address_taken' } as const;
    about({ actor: toActor(user, tenant, ''), subjectId: tenant.id, detail: { organization, domain, country } });
    return { ok: true, email } as const;
  },
});
