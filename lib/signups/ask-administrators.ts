import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { toActor } from '@/lib/auth/load-session';
import { allows } from '@/lib/auth/policy';
import { now } from '@/lib/clock';
import { judgeOrganization } from '@/lib/consent/judge';
import { env } from '@/lib/env';
import { queueMail } from '@/lib/mail/queue-mail';
import { notify } from '@/lib/notifications/notify';
import { bringRequest } from './bring-request';
import type { Origin, OriginKey } from './load-origin';
import { administratorsMail, askedMail, type NoAnswer, noAnswerMail } from './sign-up-mails';

interface Asking {
  email: string;
  tenant: typeof tenants.$inferSelect;
  key: OriginKey;
  origin: Origin;
}

/** Who of an organization may decide on consents, and has an account that works. */
async function administratorsOf(tenantId: string): Promise<string[]> {
  const people = await db
    .select({ user: users, tenant: tenants })
    .from(users)
    .innerJoin(tenants, eq(tenants.id, users.tenantId))
    .where(and(eq(users.tenantId, tenantId), isNull(users.disabledAt)));
  return people
    .filter(({ user, tenant }) => allows(toActor(user, tenant, ''), 'consent:decide'))
    .map(({ user }) => user.id);
}

/**
 * Puts a good link before the global administrators of an organization, for somebody without an account whose address has its
 * domain, in the open transaction; once a day for each link and organization. The person is told by mail either way.
 * Says what they were told.
 */
export async function askAdministrators({ email, tenant, key, origin }: Asking): Promise<'asked' | 'no_answer'> {
  const { asked, path } = origin;
  const administrators = await administratorsOf(tenant.id);
  const why: NoAnswer | null =
    judgeOrganization(asked.judged, tenant.id) ?? (administrators.length === 0 ? 'no_administrator' : null);
  const told = { partner: asked.partner, url: `${env.APP_ORIGIN}${path}` };
  if (why) {
    const organization = why === 'wrong_organization' ? origin.organization : tenant.name;
    await queueMail(email, noAnswerMail({ ...told, why, organization }));
    return 'no_answer';
  }
  const today = now().toISOString().slice(0, 'YYYY-MM-DD'.length);
  if (await bringRequest({ ...key, email, tenantId: tenant.id, once: today })) {
    await notify({
      kind: 'answer_wanted',
      to: { userIds: administrators },
      params: { address: email, partner: asked.partner.name },
      path,
      mail: administratorsMail({ ...told, address: email, organization: tenant.name }),
    });
  }
  await queueMail(email, askedMail({ ...told, organization: tenant.name }));
  return 'asked';
}
