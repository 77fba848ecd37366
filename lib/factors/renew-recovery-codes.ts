import { requireUser } from '@/lib/auth/actor';
import { checkPresentPassword } from '@/lib/auth/check-present-password';
import { credentialMail } from '@/lib/auth/credential-mails';
import { renewSession } from '@/lib/auth/renew-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { presentPassword } from './factor-input';
import { findFactors } from './find-factors';
import { giveRecoveryCodes } from './give-recovery-codes';
import { hasFactor } from './owed';

/**
 * New recovery codes in the place of the old ones; `codes` are shown this once. All the actor's sessions end; `sessionId` is the
 * one that this browser goes on with. Outcomes: `wrong_password`, `too_many`, and `not_set_up` for who has no second factor.
 */
export const renewRecoveryCodes = command({
  allow: 'account:manage',
  input: presentPassword,
  audit: 'second_factor.codes_renewed',
  prepare: ({ current }, actor) => checkPresentPassword(requireUser(actor).id, current),
  async run({ actor, about }, _input, present) {
    if (!present.ok) return present;
    const person = requireUser(actor);
    if (!hasFactor(await findFactors(person.id))) return { ok: false, reason: 'not_set_up' } as const;
    const at = now();
    const codes = await giveRecoveryCodes(person.id, at);
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'recovery_codes_renewed', at }));
    about({ subjectId: person.id });
    return { ok: true, sessionId, codes } as const;
  },
});
