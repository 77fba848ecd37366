import { z } from 'zod';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { holdNames, isNameTaken } from '@/lib/tenants/partner-names';
import { renameOrganization } from '@/lib/tenants/rename-organization';
import { decideName, tellNameAnswer } from './decide-name';

/**
 * Gives a partner the name it asked for, everywhere and at once. Outcomes: `closed` when a colleague decided or the partner
 * withdrew meanwhile, and `name_taken` when another partner has it by now; the wish waits on then.
 */
export const approveName = command({
  allow: 'applications:handle',
  input: z.object({ changeId: z.uuid() }),
  audit: 'name_change.approved',
  async run({ actor, about }, { changeId }) {
    const { id: decidedBy } = requireUser(actor);
    await holdNames();
    const change = await decideName(changeId, { state: 'approved', decidedBy });
    if (!change) return { ok: false, reason: 'closed' } as const;
    const { tenantId, name, before } = change;
    if (await isNameTaken(name, tenantId)) return { ok: false, reason: 'name_taken' } as const;
    await renameOrganization(tenantId, name);
    await tellNameAnswer(change, { answer: 'approved', name });
    about({ subjectId: changeId, partnerId: tenantId, detail: { name, formerName: before } });
    return { ok: true } as const;
  },
});
