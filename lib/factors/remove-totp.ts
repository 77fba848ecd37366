import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { totpKeys } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { checkPresentPassword } from '@/lib/auth/check-present-password';
import { credentialMail } from '@/lib/auth/credential-mails';
import { renewSession } from '@/lib/auth/renew-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { presentPassword } from './factor-input';
import { settleDropped } from './settle-dropped';

/**
 * The actor's authenticator app is no longer asked. All their sessions end; `sessionId` is the one that this browser goes on
 * with. Outcomes: `wrong_password`, `too_many`, `not_set_up`, and `required` for who has no other second factor and needs one.
 */
export const removeTotp = command({
  allow: 'account:manage',
  input: presentPassword,
  audit: 'second_factor.app_removed',
  prepare: ({ current }, actor) => checkPresentPassword(requireUser(actor).id, current),
  async run({ actor, about }, _input, present) {
    if (!present.ok) return present;
    const person = requireUser(actor);
    const gone = await db.delete(totpKeys).where(eq(totpKeys.userId, person.id)).returning({ id: totpKeys.userId });
    if (gone.length === 0) return { ok: false, reason: 'not_set_up' } as const;
    if (!(await settleDropped(person))) return { ok: false, reason: 'required' } as const;
    const at = now();
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'app_removed', at }));
    about({ subjectId: person.id });
    return { ok: true, sessionId } as const;
  },
});
