import { credentialMail } from '@/lib/auth/credential-mails';
import { endSessions } from '@/lib/auth/end-sessions';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { dropFactors } from '@/lib/factors/drop-factors';
import { findFactors } from '@/lib/factors/find-factors';
import { hasFactor } from '@/lib/factors/owed';
import { queueMail } from '@/lib/mail/queue-mail';
import { findMember } from './find-member';
import { holdPeople } from './hold-people';
import { mayChange } from './may-manage';
import { memberInput } from './member-input';

/**
 * Takes somebody's second factor away, for who has lost it and their recovery codes: they are told, their sessions end, and the
 * next sign-in asks for a new one where the role needs it. Outcomes: `own_account`, `above_you`, `no_factor`.
 */
export const resetFactors = command({
  allow: 'members:manage',
  input: memberInput,
  audit: 'member.factors_reset',
  async run({ actor, about }, { userId }) {
    const manager = await holdPeople(actor);
    const member = await findMember(manager.tenant, userId);
    if (userId === manager.id) return { ok: false, reason: 'own_account' } as const;
    if (!mayChange(manager, member)) return { ok: false, reason: 'above_you' } as const;
    if (!hasFactor(await findFactors(userId))) return { ok: false, reason: 'no_factor' } as const;
    const at = now();
    await dropFactors(userId);
    await endSessions(userId, at);
    await queueMail(member.email, credentialMail({ name: member.name, what: 'factors_reset', at }));
    about({ subjectId: userId, detail: { person: member.name } });
    return { ok: true } as const;
  },
});
