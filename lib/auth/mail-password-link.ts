import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { inLogOf } from '@/lib/audit/in-log-of';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { takeOne } from './allowance';
import { issueCredentialLink } from './credential-link';
import { newPasswordMail } from './credential-mails';

/**
 * Mails the link that somebody asked for. `unknown` when nobody has the address, or the account is switched off; `too_many`
 * when that person was mailed enough of them for now. Nobody who asked learns of either.
 */
export const mailPasswordLink = command({
  allow: 'password:mail',
  input: z.object({ email: z.string() }),
  audit: 'password.link_mailed',
  prepare: ({ email }) => takeOne('password_mail', email),
  async run({ about }, { email }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many' } as const;
    const [found] = await db
      .select({ id: users.id, name: users.name, tenant: tenants })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.email, email), isNull(users.disabledAt)));
    if (!found) return { ok: false, reason: 'unknown' } as const;
    const { id, name, tenant } = found;
    await queueMail(email, newPasswordMail({ name, ...(await issueCredentialLink(id, 'new_password')) }));
    about({ subjectId: id, ...inLogOf(tenant), detail: { person: name } });
    return { ok: true } as const;
  },
});
