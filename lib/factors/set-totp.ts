import { db } from '@/db';
import { totpKeys } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { checkPresentPassword } from '@/lib/auth/check-present-password';
import { credentialMail } from '@/lib/auth/credential-mails';
import { renewSession } from '@/lib/auth/renew-session';
import { spend } from '@/lib/auth/spend';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { firstCodeInput, presentPassword, ticketInput } from './factor-input';
import { giveFirstRecoveryCodes } from './give-recovery-codes';
import { readTotpOffer } from './offer-totp';
import { sealTotp } from './seal-totp';
import { matchTotpStep } from './totp';

/**
 * Sets up the actor's authenticator app, in the place of one they have. All their sessions end; `sessionId` is the one that this
 * browser goes on with. `codes` are recovery codes for who has none left, shown this once. Outcomes: `wrong_password`,
 * `too_many`, `wrong_code`, and `offer_expired` for an offer that ran out or was taken.
 */
export const setTotp = command({
  allow: 'account:manage',
  input: presentPassword.extend({ ...firstCodeInput.shape, offer: ticketInput }),
  audit: 'second_factor.app_added',
  prepare: ({ current }, actor) => checkPresentPassword(requireUser(actor).id, current),
  async run({ actor, about }, { offer, code }, present) {
    if (!present.ok) return present;
    const person = requireUser(actor);
    const offered = readTotpOffer(offer, person.id);
    if (!offered) return { ok: false, reason: 'offer_expired' } as const;
    const at = now();
    const lastStep = matchTotpStep(offered.secret, code, at);
    if (lastStep === null) return { ok: false, reason: 'wrong_code' } as const;
    if (!(await spend('totp_offer', offer, offered.until))) return { ok: false, reason: 'offer_expired' } as const;
    const key = { secret: sealTotp(offered.secret, person.id), createdAt: at, lastStep };
    await db
      .insert(totpKeys)
      .values({ userId: person.id, ...key })
      .onConflictDoUpdate({ target: totpKeys.userId, set: key });
    const codes = await giveFirstRecoveryCodes(person.id, at);
    const sessionId = await renewSession(person, at);
    await queueMail(person.email, credentialMail({ name: person.name, what: 'app_added', at }));
    about({ subjectId: person.id });
    return { ok: true, sessionId, codes } as const;
  },
});
