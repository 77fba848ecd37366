import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { commonPasswords } from './common-passwords';
import { endCredentialLinks, takeCredentialLink } from './credential-link';
import { credentialMail } from './credential-mails';
import { endSessions } from './end-sessions';
import { judgePassword } from './judge-password';
import { loadCredentialLink } from './load-credential-link';
import { toActor } from './load-session';
import { forgive } from './lockout';
import { hashPassword } from './password';
import { setPasswordInput } from './password-input';

/**
 * Sets a person's password by the link of a mail: the first one, along with how they are called, or a new one. Whoever was
 * signed in as them no longer is; a second factor stays what it was. Outcomes: `dead_link`, also for who comes second with
 * the same one, and `weak` with the sentence that says why; after that the link still works.
 */
export const setPassword = command({
  allow: 'password:set',
  input: setPasswordInput.extend({ token: z.string().max(100) }),
  audit: 'password.set',
  async prepare({ token, name, password }) {
    const held = await loadCredentialLink(token);
    // Nobody without a good link has us hash anything.
    if (held.kind === 'dead') return null;
    const weak = judgePassword(password, { ...held, name: name ?? held.name }, await commonPasswords());
    return weak ? { weak } : { hash: await hashPassword(password) };
  },
  async run({ about }, { token, name }, prepared) {
    if (!prepared) return { ok: false, reason: 'dead_link' } as const;
    if ('weak' in prepared) return { ok: false, reason: 'weak', message: prepared.weak } as const;
    const at = now();
    const link = await takeCredentialLink(token, at);
    if (!link) return { ok: false, reason: 'dead_link' } as const;
    const first = link.purpose === 'first_password';
    const [user] = await db
      .update(users)
      .set({ passwordHash: prepared.hash, ...(first && name ? { name } : {}) })
      .where(and(eq(users.id, link.userId), isNull(users.disabledAt), isNull(users.directoryOid)))
      .returning();
    const [tenant] = user ? await db.select().from(tenants).where(eq(tenants.id, user.tenantId)) : [];
    if (!user || !tenant) return { ok: false, reason: 'dead_link' } as const;
    await endCredentialLinks(user.id, at);
    await endSessions(user.id, at);
    await forgive('password', user.email);
    await queueMail(user.email, credentialMail({ name: user.name, what: 'password_set', at }));
    about({ actor: toActor(user, tenant, ''), subjectId: user.id, detail: { first } });
    return { ok: true } as const;
  },
});
