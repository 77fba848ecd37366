import { z } from 'zod';
import { findDevices } from '@/db/bulk/devices';
import { requireTenant } from '@/lib/auth/actor';
import { findCustomer } from '@/lib/devices/find-customer';
import { judgeRows } from '@/lib/devices/judge-rows';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { oemDevices } from './device-input';
import { type DeviceResult, resultOf } from './device-result';
import { evaluateDevices } from './evaluate-devices';

/**
 * What registering these devices now would answer, in their order: the very rules of registering, and nothing is written. Null
 * where the customer does not consent, whether it exists or not.
 */
export const validateRegistration = query({
  allow: 'oem_devices:register',
  input: z.object({ customerId: z.uuid(), devices: oemDevices }),
  async run(actor, { customerId, devices }): Promise<DeviceResult[] | null> {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) return null;
    const { columns, rows } = evaluateDevices(devices);
    const own = new Set(await registrarsInReach(tenant));
    const { told } = await judgeRows(rows, columns, { customerId, own }, findDevices);
    return told.map(({ status, fault }) => resultOf(status, fault));
  },
});
