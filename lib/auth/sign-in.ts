import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { tenants, users } from '@/db/schema';
import { command } from '@/lib/command';
import { issueSecondStep, stillOwed } from '@/lib/factors/second-step';
import { forgiveSignIn, guardSignIn } from './guard-sign-in';
import { isOwnDevice } from './own-device';
import { verifyPassword } from './password';
import { senderInput } from './sender';
import { signInInput } from './sign-in-input';
import { startSession } from './start-session';

/** Whoever signs in by a directory has no password here, and may have the address of somebody who has. */
const accountOf = (email: string) => and(eq(users.email, email), isNull(users.removedAt), isNull(users.directoryOid));

/**
 * Starts a session, or, for who owes more than a password, answers `second_step` with the ticket for that (`lib/factors/`). An
 * unknown name, a wrong password and a disabled account are one answer, after the same time. `too_many` says for how many
 * milliseconds no password is looked at, for a name that nobody has as well. `from` is null for a program of ours.
 */
export const signIn = command({
  allow: 'session:start',
  input: signInInput.extend({ from: senderInput.nullable().default(null) }),
  audit: 'session.started',
  async prepare({ email, password, from }) {
    const wait = await guardSignIn(email, from);
    if (wait > 0) return { wait, matches: false };
    const [found] = await db.select({ hash: users.passwordHash }).from(users).where(accountOf(email));
    const matches = await verifyPassword(password, found?.hash, await isOwnDevice(email, from));
    // Outside the transaction: it counts for who owes a second step, too.
    if (matches) await forgiveSignIn(email, from);
    return { wait, matches };
  },
  async run({ about }, { email, from }, { wait, matches }) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    const [row] = await db
      .select({ user: users, tenant: tenants })
      .from(users)
      .innerJoin(tenants, eq(tenants.id, users.tenantId))
      .where(accountOf(email));
    if (!matches || !row || row.user.disabledAt) return { ok: false, reason: 'wrong_credentials' } as const;
    if (await stillOwed(row.user, row.tenant))
      return { ok: false, reason: 'second_step', ticket: issueSecondStep(row.user) } as const;
    const actor = await startSession({ ...row, method: 'password', from });
    about({ actor, subjectId: actor.sessionId });
    return { ok: true, sessionId: actor.sessionId } as const;
  },
});
