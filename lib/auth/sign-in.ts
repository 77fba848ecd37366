import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { sessions, tenants, users } from '@/db/schema';
import { later, now } from '@/lib/clock';
import { command } from '@/lib/command';
import { toActor } from './load-session';
import { verifyPassword } from './password';
import { sessionLifetime } from './session-rules';
import { signInInput } from './sign-in-input';

/** Starts a session. An unknown name, a wrong password and a disabled account are one answer, after the same time. */
export const signIn = command({
  allow: 'session:start',
  input: signInInput,
  audit: 'session.started',
  async prepare({ email, password }) {
    const [found] = await db.select({ hash: users.passwordHash }).from(users).where(eq(users.email, email));
    return verifyPassword(password, found?.hash);
  },
  async run({ about }, { email }, passwordMatches) {
    const [row] = await db
      .select({ user: users, tenant: tenants })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(eq(users.email, email));
    if (!passwordMatches || !row || row.user.disabledAt) return { ok: false, reason: 'wrong_credentials' } as const;
    const sessionId = uuidv7();
    const at = now();
    await db
      .insert(sessions)
      .values({ id: sessionId, userId: row.user.id, createdAt: at, seenAt: at, expiresAt: later(at, sessionLifetime) });
    about({ actor: toActor(row.user, row.tenant, sessionId), subjectId: sessionId });
    return { ok: true, sessionId } as const;
  },
});
