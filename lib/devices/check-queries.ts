import { type FoundDevice, findDevices } from '@/db/bulk/devices';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { byPosition } from './by-position';
import { checkInput } from './check-input';
import { type Decision, decideRow } from './decide-row';
import { findCustomer } from './find-customer';
import { type FormerDevice, findFormer } from './former-identities';

/**
 * What registering these devices now would be refused or left alone for, in their order; null for what is new. The answer of
 * `judge-rows.ts` before it matters: nothing is written, and the job decides again.
 */
export const checkDevices = query({
  allow: 'devices:register',
  input: checkInput,
  async run(actor, { customerId, devices }): Promise<(Decision | null)[]> {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const own = new Set(await registrarsInReach(tenant));
    const keys = devices.map(({ hashDigest, ...device }) => ({
      ...device,
      hashDigest: hashDigest === null ? null : Buffer.from(hashDigest, 'hex'),
    }));
    const found = byPosition<FoundDevice>(await findDevices(keys));
    const former = byPosition<FormerDevice>(await findFormer(customerId, keys));
    return keys.map((key, at) => decideRow(key, found.get(at) ?? [], { customerId, own }, former.get(at)));
  },
});
