import { z } from 'zod';
import { requireTenant } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { lockDevices } from '@/lib/devices/lock-devices';
import { findAnswerable } from './find-answerable';
import { giveUpDevice } from './give-up-device';
import { settle } from './settle';
import { askerSubject, holderSubject } from './subjects';
import { tellAsker, tellHolder } from './tell-sides';

/**
 * The customer that has a device, or the partner that registered it, lets go of it: it is deregistered in this transaction
 * and can be registered by whoever is first. Outcome `already_settled`.
 */
export const releaseDevice = command({
  allow: 'conflicts:answer',
  input: z.object({ conflictId: z.uuid() }),
  audit: 'conflict.released',
  async run({ actor, about, also }, { conflictId }) {
    const who = requireTenant(actor);
    await lockDevices();
    const { by } = await findAnswerable(who, conflictId);
    const released = await settle(conflictId, 'release', { by, actor: who });
    if (!released || !(await giveUpDevice(released, also))) return { ok: false, reason: 'already_settled' } as const;
    await tellAsker(released, 'released');
    await tellHolder(released, { outcome: 'released' });
    about(await holderSubject(released));
    also('conflict.closed', askerSubject(released, { outcome: 'released' }));
    return { ok: true } as const;
  },
});
