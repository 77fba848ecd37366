import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { tenants, viewings } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { rolesOf } from '@/lib/auth/policy';
import { roleNames } from '@/lib/auth/role-names';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { notify } from '@/lib/notifications/notify';
import { paths } from '@/lib/paths';
import { endOverdueOf } from './end-of-session';
import { viewingLifetime } from './lifetime';
import { startViewingInput } from './viewing-input';
import { viewingSubject } from './viewing-subject';

/**
 * Lets one of support see what an organization sees, as one of its roles, for half an hour and in this session alone. The
 * organization's global administrators are told, and its log says who, as what and why. Outcomes `own_organization` for an
 * operator, `no_such_role`, and `already_viewing`.
 */
export const startViewing = command({
  allow: 'viewing:use',
  input: startViewingInput,
  audit: 'viewing.started',
  async run({ actor, about, also }, { tenantId, role, askedBy, reason }) {
    const user = requireUser(actor);
    const [tenant] = await db.select().from(tenants).where(eq(tenants.id, tenantId));
    if (!tenant) throw new AppError('not_found');
    if (tenant.kind === 'operator') return { ok: false, reason: 'own_organization' } as const;
    const seen = rolesOf[tenant.kind].find((one) => one === role);
    if (!seen) return { ok: false, reason: 'no_such_role' } as const;
    await endOverdueOf(user.sessionId, also);
    const startedAt = now();
    const endsAt = later(startedAt, viewingLifetime);
    const told = { tenantId, role: seen, askedBy, reason, startedAt, endsAt };
    const [made] = await db
      .insert(viewings)
      .values({ id: uuidv7(), sessionId: user.sessionId, userId: user.id, ...told })
      .onConflictDoNothing()
      .returning();
    if (!made) return { ok: false, reason: 'already_viewing' } as const;
    await enqueue('viewing.expire', { viewingId: made.id }, endsAt);
    const home = tenant.kind === 'partner' ? paths.partner() : paths.admin();
    await notify({
      kind: 'viewing_started',
      to: { tenantId },
      params: { person: user.name, role: roleNames[role] },
      path: paths.activity(home),
    });
    about(await viewingSubject(made));
    return { ok: true, home } as const;
  },
});
