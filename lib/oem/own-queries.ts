import { and, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { type FoundDevice, findDevices } from '@/db/bulk/devices';
import { consents } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { byPosition } from '@/lib/devices/by-position';
import { contradicts } from '@/lib/devices/decide-row';
import { noKeys } from '@/lib/devices/judge-rows';
import { rowCodes } from '@/lib/devices/row-codes';
import { consentsInReach, type ReachingPartner } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { oemDevices } from './device-input';
import { type DeviceResult, notRegistered, outOfReach, resultOf } from './device-result';
import { evaluateDevices } from './evaluate-devices';

/** A device that may be deregistered, or why it may not. */
export type OwnDevice = { deviceId: string; customerId: string } | { refused: DeviceResult };

const ambiguous: OwnDevice = {
  refused: resultOf('rejected', { code: 'identity_mismatch', message: rowCodes.identity_mismatch.sentence }),
};

async function consenting(partner: ReachingPartner, customerIds: string[]): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const reached = and(consentsInReach(partner), inArray(consents.customerId, customerIds));
  return new Set((await db.select({ id: consents.customerId }).from(consents).where(reached)).map(({ id }) => id));
}

/**
 * Which of the devices that the actor's organization registered are meant, in their order. Whoever else registered a device,
 * it is as if there were none.
 */
export const findOwn = query({
  allow: 'oem_devices:register',
  input: z.object({ devices: oemDevices }),
  async run(actor, { devices }): Promise<OwnDevice[]> {
    const { tenant } = requireTenant(actor);
    const { rows } = evaluateDevices(devices);
    const keys = rows.map(({ device }) => (device ? { ...device, hashDigest: null } : noKeys));
    const own = (await findDevices(keys)).filter(({ registrarId }) => registrarId === tenant.id);
    const foundAt = byPosition<FoundDevice>(own);
    const reached = await consenting(tenant, [...new Set(own.map(({ customerId }) => customerId))]);
    return rows.map(({ device, fault }, at): OwnDevice => {
      if (!device) return { refused: resultOf('rejected', fault) };
      const [first, ...more] = foundAt.get(at) ?? [];
      if (!first) return { refused: notRegistered };
      const key = keys[at] ?? noKeys;
      if (more.some(({ id }) => id !== first.id) || contradicts(key, first)) return ambiguous;
      if (!reached.has(first.customerId)) return { refused: outOfReach };
      return { deviceId: first.id, customerId: first.customerId };
    });
  },
});
