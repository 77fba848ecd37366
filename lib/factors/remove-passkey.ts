import { and, eq } from 'drizzle-orm';
import { db } from '@/db';
import { passkeys } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { checkPresentPassword } from '@/lib/auth/check-present-password';
import { credentialMail } from '@/lib/auth/credential-mails';
import { renewSession } from '@/lib/auth/renew-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { queueMail } from '@/lib/mail/queue-mail';
import { removePasskeyInput } from './passkey-input';
import { settleDropped } from './settle-dropped';

/**
 * Nobody signs in with this passkey of the actor any more. All their sessions end; `sessionId` is the one that this browser goes
 * on with. Outcomes: `wrong_password`, `too_many`, and `required` for who has no other second factor and needs one.
 */
export const removePasskey = command({
  allow: 'account:manage',
  input: removePasskeyInput,
  audit: 'second_factor.passkey_removed',
  prepare: ({ current }, actor) => checkPresentPassword(requireUser(actor).id, current),
  async run({ actor, about }, { passkeyId }, present) {
    if (!present.ok) return present;
    const person = requireUser(actor);
    const [gone] = await db
      .delete(passkeys)
      .where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, person.id)))
      .returning({ name: passkeys.name });
    if (!gone) throw new AppError('not_found');
    if (!(await settleDropped(person))) return { ok: false, reason: 'required' } as const;
    const at = now();
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'passkey_removed', at }));
    about({ subjectId: person.id, detail: { passkey: gone.name } });
    return { ok: true, sessionId } as const;
  },
});
