import { z } from 'zod';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { emitToAsker } from './emit-conflict';
import { settle, whySettled } from './settle';
import { askedBy } from './sides';
import { askerSubject, holderSubject } from './subjects';
import { tellHolder } from './tell-sides';

/** Who asked for a release takes that back; the device stays where it is. Outcome `already_settled`. */
export const withdrawAsking = command({
  allow: 'conflicts:ask',
  input: z.object({ conflictId: z.uuid() }),
  audit: 'conflict.withdrawn',
  async run({ actor, about, also }, { conflictId }) {
    const who = requireTenant(actor);
    const mine = askedBy(who);
    const withdrawn = await settle(conflictId, 'withdraw', { by: 'asker', actor: who }, mine);
    if (!withdrawn) return whySettled(conflictId, mine);
    await tellHolder(withdrawn, { outcome: 'withdrawn' });
    await emitToAsker(withdrawn);
    about(askerSubject(withdrawn));
    also('conflict.closed', await holderSubject(withdrawn, { outcome: 'withdrawn' }));
    return { ok: true } as const;
  },
});
