import { z } from 'zod';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { decideName, tellNameAnswer } from './decide-name';
import { refuseNameInput } from './decision-input';

/** Leaves a partner its name, with a reason that it reads. Outcome `closed` when a colleague decided or it withdrew meanwhile. */
export const refuseName = command({
  allow: 'applications:handle',
  input: refuseNameInput.extend({ changeId: z.uuid() }),
  audit: 'name_change.refused',
  async run({ actor, about }, { changeId, reason }) {
    const { id: decidedBy } = requireUser(actor);
    const change = await decideName(changeId, { state: 'refused', decidedBy, reason });
    if (!change) return { ok: false, reason: 'closed' } as const;
    const { tenantId, name } = change;
    await tellNameAnswer(change, { answer: 'refused', name });
    about({ subjectId: changeId, partnerId: tenantId, detail: { name, reason } });
    return { ok: true } as const;
  },
});
