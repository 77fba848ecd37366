import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { requireUser } from './actor';
import { checkPresentPassword } from './check-present-password';
import { commonPasswords } from './common-passwords';
import { endCredentialLinks } from './credential-link';
import { credentialMail } from './credential-mails';
import { judgePassword } from './judge-password';
import { hashPassword } from './password';
import { changePasswordInput } from './password-input';
import { renewSession } from './renew-session';

/**
 * Changes the actor's own password, for whoever knows the present one. All their sessions end; `sessionId` is the one that
 * this browser goes on with. Outcomes: `wrong_password`, `weak` with
 * the sentence that says why, and `too_many` with the milliseconds for which none is looked at.
 */
export const changePassword = command({
  allow: 'account:manage',
  input: changePasswordInput,
  audit: 'password.changed',
  async prepare({ current, password }, actor) {
    const { id, name, email, tenant } = requireUser(actor);
    const present = await checkPresentPassword(id, current);
    if (!present.ok) return present;
    const weak = judgePassword(password, { name, email, organization: tenant.name }, await commonPasswords());
    return weak
      ? ({ ok: false, reason: 'weak', message: weak } as const)
      : ({ ok: true, from: present.hash, to: await hashPassword(password) } as const);
  },
  async run({ actor, about }, _input, prepared) {
    if (!prepared.ok) return prepared;
    const person = requireUser(actor);
    const at = now();
    // Of two changes at once, both from the same password, one is made.
    const changed = await db
      .update(users)
      .set({ passwordHash: prepared.to })
      .where(and(eq(users.id, person.id), eq(users.passwordHash, prepared.from)))
      .returning({ id: users.id });
    if (changed.length === 0) return { ok: false, reason: 'wrong_password' } as const;
    await endCredentialLinks(person.id, at);
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'password_changed', at }));
    about({ subjectId: person.id });
    return { ok: true, sessionId } as const;
  },
});
