import { credentialMail } from '@/lib/auth/credential-mails';
import { forgive, takeAttempt } from '@/lib/auth/lockout';
import { senderInput } from '@/lib/auth/sender';
import { spend } from '@/lib/auth/spend';
import { startSession } from '@/lib/auth/start-session';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { queueMail } from '@/lib/mail/queue-mail';
import { codeInput, ticketInput } from './factor-input';
import { countRecoveryCodes } from './find-factors';
import { redeemCode } from './redeem-code';
import { loadSecondStep } from './second-step';

/**
 * The second step of signing in: a code of the authenticator app, or one for recovery, each of which works once. Outcomes:
 * `begin_again` when the first step is too long ago or was used, `wrong_code`, and `too_many` with the milliseconds for which no
 * code of this person is looked at.
 */
export const completeSignIn = command({
  allow: 'session:start',
  input: codeInput.extend({ ticket: ticketInput, from: senderInput }),
  audit: 'session.started',
  async prepare({ ticket }) {
    const step = await loadSecondStep(ticket);
    return step ? takeAttempt('code', step.user.id) : 0;
  },
  async run({ about }, { ticket, code, from }, wait) {
    if (wait > 0) return { ok: false, reason: 'too_many', wait } as const;
    const step = await loadSecondStep(ticket);
    if (step?.owes !== 'second_factor') return { ok: false, reason: 'begin_again' } as const;
    const { user, tenant, nonce, until } = step;
    const at = now();
    const used = await redeemCode(user.id, code, at);
    if (!used) return { ok: false, reason: 'wrong_code' } as const;
    if (!(await spend('second_step', nonce, until))) return { ok: false, reason: 'begin_again' } as const;
    await forgive('code', user.id);
    const actor = await startSession({
      user,
      tenant,
      method: used === 'totp' ? 'password_code' : 'password_recovery',
      from,
    });
    if (used === 'recovery') {
      const left = await countRecoveryCodes(user.id);
      await queueMail(user.email, credentialMail({ name: user.name, what: 'recovery_code_used', left, at }));
    }
    about({ actor, subjectId: actor.sessionId, detail: { by: used } });
    return { ok: true, sessionId: actor.sessionId } as const;
  },
});
