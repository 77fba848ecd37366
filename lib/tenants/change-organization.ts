import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { organizationInput } from './organization-input';
import { renameOrganization } from './rename-organization';

/** A customer or the operator says how it is called and where it is. Outcome `unchanged` when that is what is known already. */
export const changeOrganization = command({
  allow: 'organization:manage',
  input: organizationInput,
  audit: 'organization.changed',
  async run({ actor, about }, { organization: name, country }) {
    const { id, kind } = requireUser(actor).tenant;
    const [before] = await db.select().from(tenants).where(eq(tenants.id, id));
    if (!before || (before.name === name && before.country === country))
      return { ok: false, reason: 'unchanged' } as const;
    await renameOrganization(id, name);
    await db.update(tenants).set({ country }).where(eq(tenants.id, id));
    const former = { formerName: before.name, formerCountry: before.country };
    about({ subjectId: id, customerId: kind === 'customer' ? id : null, detail: { name, country, ...former } });
    return { ok: true } as const;
  },
});
