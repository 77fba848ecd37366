import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { forgiveSignIn, guardSignIn } from './guard-sign-in';
import { toActor } from './load-session';
import { verifyPassword } from './password';
import { senderInput } from './sender';
import { sessionLifetime } from './session-rules';
import { signInInput } from './sign-in-input';

/**
 * Starts a session. An unknown name, a wrong password and a disabled account are one answer, after the same time. `too_many`
 * says for how many milliseconds no password is looked at, for a name that nobody has as well. `from` is null for a program of ours.
 */
export const signIn = command({
  allow: 'session:start',
  input: signInInput.extend({ from: senderInput.nullable().default(null) }),
  audit: 'session.started',
  async prepare({ email, password, from }) {
    const wait = await guardSignIn(email, from);
    if (wait > 0) return { wait, matches: false };
    const [found] = await db
      .select({ hash: users.passwordHash })
      .from(users)
      .where(and(eq(users.email, email), isNull(users.removedAt)));
    return { wait, matches: await verifyPassword(password, found?.hash) };
  },
  async run({ about }, { email, from }, { wait, matches }) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    const [row] = await db
      .select({ user: users, tenant: tenants })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(and(eq(users.email, email), isNull(users.removedAt)));
    if (!matches || !row || row.user.disabledAt) return { ok: false, reason: 'wrong_credentials' } as const;
    await forgiveSignIn(email, from);
    const sessionId = uuidv7();
    const at = now();
    await db
      .insert(sessions)
      .values({ id: sessionId, userId: row.user.id, createdAt: at, seenAt: at, expiresAt: later(at, sessionLifetime) });
    about({ actor: toActor(row.user, row.tenant, sessionId), subjectId: sessionId });
    return { ok: true, sessionId } as const;
  },
});
