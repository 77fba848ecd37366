import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { conflicts } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { lockDevices } from '@/lib/devices/lock-devices';
import { AppError } from '@/lib/errors';
import { decideInput } from './decide-input';
import { giveUpDevice } from './give-up-device';
import { deviceLabel } from './names';
import { namesSomebody } from './names-somebody';
import { settle } from './settle';
import { askerSubject, holderSubject } from './subjects';
import { tellAsker, tellHolder } from './tell-sides';

/**
 * Support settles a conflict that the holder refused or left unanswered, with a reason that both sides read: the device is
 * deregistered in this transaction, or stays. Outcomes `not_escalated` while the holder has time, `already_settled`, and
 * `names_somebody` where the reason would name one side to the other.
 */
export const decideConflict = command({
  allow: 'conflicts:decide',
  input: decideInput,
  audit: 'conflict.decided',
  async run({ actor, about, also }, { conflictId, decision, reason }) {
    const person = requireUser(actor);
    await lockDevices();
    const [conflict] = await db.select().from(conflicts).where(eq(conflicts.id, conflictId));
    if (!conflict) throw new AppError('not_found');
    if (conflict.state === 'asked') return { ok: false, reason: 'not_escalated' } as const;
    const name = await namesSomebody(reason, conflict);
    if (name) return { ok: false, reason: 'names_somebody', name } as const;
    const event = decision === 'release' ? 'grant' : 'reject';
    const settled = await settle(conflictId, event, { by: 'support', actor: person, answer: reason });
    const done = settled && (decision === 'reject' || (await giveUpDevice(settled, also)));
    if (!done) return { ok: false, reason: 'already_settled' } as const;
    const outcome = decision === 'release' ? 'released' : 'rejected';
    await tellAsker(settled, outcome);
    await tellHolder(settled, { outcome });
    about({ subjectId: conflictId, detail: { device: deviceLabel(settled.registered), outcome, reason } });
    also('conflict.closed', askerSubject(settled, { outcome, reason }));
    also('conflict.closed', await holderSubject(settled, { outcome, reason }));
    return { ok: true } as const;
  },
});
