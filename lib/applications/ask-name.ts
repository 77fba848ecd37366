import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { nameChanges, tenants } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { isNameTaken } from '@/lib/tenants/partner-names';
import { askNameInput } from './ask-name-input';
import { tellSupport } from './tell-support';

/**
 * A partner asks for another display name, which support reviews. Outcomes: `same` as it has, `name_taken` by another partner,
 * and `already_asked` while an earlier wish waits.
 */
export const askName = command({
  allow: 'organization:rename',
  input: askNameInput,
  audit: 'name_change.asked',
  async run({ actor, about }, { name, note }) {
    const user = requireUser(actor);
    const [tenant] = await db.select({ name: tenants.name }).from(tenants).where(eq(tenants.id, user.tenant.id));
    if (!tenant) throw new AppError('not_found');
    if (tenant.name === name) return { ok: false, reason: 'same' } as const;
    if (await isNameTaken(name, user.tenant.id)) return { ok: false, reason: 'name_taken' } as const;
    const id = uuidv7();
    const asked = await db
      .insert(nameChanges)
      .values({
        id,
        tenantId: user.tenant.id,
        state: 'waiting',
        before: tenant.name,
        name,
        note,
        askedBy: user.id,
        askedAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: nameChanges.id });
    if (asked.length === 0) return { ok: false, reason: 'already_asked' } as const;
    await tellSupport('name_change_asked', { organization: tenant.name, name }, id);
    about({ subjectId: id, partnerId: user.tenant.id, detail: { name, formerName: tenant.name, note } });
    return { ok: true } as const;
  },
});
