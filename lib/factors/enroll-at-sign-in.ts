import { db } from '@/db';
import { totpKeys } from '@/db/schema';
import { credentialMail } from '@/lib/auth/credential-mails';
import { senderInput } from '@/lib/auth/sender';
import { spend } from '@/lib/auth/spend';
import { startSession } from '@/lib/auth/start-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { firstCodeInput, ticketInput } from './factor-input';
import { giveRecoveryCodes } from './give-recovery-codes';
import { readTotpOffer } from './offer-totp';
import { sealTotp } from './seal-totp';
import { loadSecondStep } from './second-step';
import { matchTotpStep } from './totp';

/**
 * The second step of signing in for who needs a second factor and has none: sets up their authenticator app and begins the
 * session. `codes` are their recovery codes, shown this once. Outcomes: `begin_again` when the first step is too long ago, was
 * used, or the account has a second factor meanwhile; `wrong_code`; and `offer_expired`.
 */
export const enrollAtSignIn = command({
  allow: 'session:start',
  input: firstCodeInput.extend({ ticket: ticketInput, offer: ticketInput, from: senderInput }),
  audit: 'second_factor.enrolled',
  async run({ about }, { ticket, offer, code, from }) {
    const step = await loadSecondStep(ticket);
    if (step?.owes !== 'enrolment') return { ok: false, reason: 'begin_again' } as const;
    const { user, tenant, nonce, until } = step;
    const offered = readTotpOffer(offer, user.id);
    if (!offered) return { ok: false, reason: 'offer_expired' } as const;
    const at = now();
    const lastStep = matchTotpStep(offered.secret, code, at);
    if (lastStep === null) return { ok: false, reason: 'wrong_code' } as const;
    if (!(await spend('second_step', nonce, until))) return { ok: false, reason: 'begin_again' } as const;
    const key = { userId: user.id, secret: sealTotp(offered.secret, user.id), createdAt: at, lastStep };
    const made = await db.insert(totpKeys).values(key).onConflictDoNothing().returning({ id: totpKeys.userId });
    if (made.length === 0) return { ok: false, reason: 'begin_again' } as const;
    const codes = await giveRecoveryCodes(user.id, at);
    const actor = await startSession({ user, tenant, method: 'password_code', from });
    await queueMail(user.email, credentialMail({ name: user.name, what: 'app_added', at }));
    about({ actor, subjectId: user.id });
    return { ok: true, sessionId: actor.sessionId, codes } as const;
  },
});
