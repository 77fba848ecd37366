import { z } from 'zod';
import { madeBy, requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { conflictReason } from '@/lib/consent/plain-text';
import { escalate } from './escalate';
import { findAnswerable } from './find-answerable';
import { askerSubject, holderSubject } from './subjects';

/**
 * The holder does not let go of a device, with a reason that support alone reads; support then decides. Outcome
 * `already_settled` also once it is support's to decide.
 */
export const refuseRelease = command({
  allow: 'conflicts:answer',
  input: z.object({ conflictId: z.uuid(), reason: conflictReason }),
  audit: 'conflict.refused',
  async run({ actor, about, also }, { conflictId, reason }) {
    const who = requireTenant(actor);
    await findAnswerable(who, conflictId);
    const { createdBy: refusedBy, clientId: refusedClientId } = madeBy(who);
    const refused = await escalate(conflictId, { refusal: reason, refusedBy, refusedClientId });
    if (!refused) return { ok: false, reason: 'already_settled' } as const;
    about(await holderSubject(refused));
    also('conflict.escalated', askerSubject(refused));
    return { ok: true } as const;
  },
});
