import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { signUps } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { paths } from '@/lib/paths';
import { createAccount } from '@/lib/people/create-account';
import { preparePassword } from '@/lib/people/prepare-password';
import { createOrganization } from '@/lib/tenants/create-organization';
import { domainOf } from '@/lib/tenants/organization-domain';
import { claimSignUp } from './claim-sign-up';
import { loadOrigin } from './load-origin';
import { loadSignUp } from './load-sign-up';
import { setUpOrganizationInput } from './sign-up-input';
import { turnOver } from './turn-over';

/**
 * Makes the customer organization of a verified address, and its owner the first global administrator; of several people of
 * one domain the first does, and for the others its administrators are asked: `became` says which. Outcomes: `dead` with why,
 * `weak` with the sentence that says why, and `address_taken` where the address has got an account meanwhile. After the last two
 * the link still works.
 */
export const setUpOrganization = command({
  allow: 'sign_up:use',
  input: setUpOrganizationInput.extend({ token: z.string().max(100) }),
  audit: 'sign_up.completed',
  async prepare({ token, name, organization, password }) {
    const found = await loadSignUp(token);
    // Nobody without a good link has us hash anything.
    return !found || found.dead ? null : preparePassword(password, { name, email: found.email, organization });
  },
  async run({ about }, { token, organization, country, name }, prepared) {
    const found = await loadSignUp(token);
    if (!found || found.dead || !prepared) return { ok: false, reason: 'dead', why: found?.dead ?? 'unknown' } as const;
    if ('weak' in prepared) return { ok: false, reason: 'weak', message: prepared.weak } as const;
    if (!(await claimSignUp(found, now()))) return { ok: false, reason: 'dead', why: 'used' } as const;
    const { email } = found;
    const domain = domainOf(email);
    const tenant = await createOrganization({ kind: 'customer', name: organization, domain, country });
    if (!tenant) {
      const { subject, ...outcome } = await turnOver(found);
      about(subject);
      return { ok: true, ...outcome } as const;
    }
    const account = { tenantId: tenant.id, email, name, roles: ['global_admin'], passwordHash: prepared.hash } as const;
    const user = await createAccount(account);
    if (!user) return { ok: false, reason: 'address_taken' } as const;
    // By this the organization holds the request they came from, in whatever browser they go on.
    await db.update(signUps).set({ tenantId: tenant.id }).where(eq(signUps.id, found.id));
    const next = (await loadOrigin(found))?.path ?? paths.admin();
    about({ actor: toActor(user, tenant, ''), subjectId: tenant.id, detail: { organization, domain, country } });
    return { ok: true, became: 'set_up', email, next } as const;
  },
});
