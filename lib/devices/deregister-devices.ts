import { and, eq, inArray } from 'drizzle-orm';
import { db } from '@/db';
import { devices } from '@/db/schema';
import { requireUser } from '@/lib/auth/actor';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { deregisterInput } from './deregister-input';
import { findCustomer } from './find-customer';
import { lockDevices } from './lock-devices';

/** Identifiers that the audit event repeats; the rest is counted. */
const named = 50;

/**
 * Deregisters devices of one customer that the partner registered; `deregistered` says how many were still there. Outcome
 * `already_gone` when none was, as after a double click. A customer out of reach is `not_found`, and a device of somebody
 * else's is passed over like one that never was.
 */
export const deregisterDevices = command({
  allow: 'devices:register',
  input: deregisterInput,
  audit: 'devices.removed',
  async run({ actor, about }, { customerId, deviceIds }) {
    const partner = requireUser(actor).tenant;
    if (!(await findCustomer(partner, customerId))) throw new AppError('not_found');
    await lockDevices();
    const gone = await db
      .delete(devices)
      .where(
        and(
          eq(devices.customerId, customerId),
          inArray(devices.id, deviceIds),
          inArray(devices.registrarId, await registrarsInReach(partner)),
        ),
      )
      .returning({ serial: devices.serial, productKey: devices.productKey });
    if (gone.length === 0) return { ok: false, reason: 'already_gone' } as const;
    const identifiers = gone.slice(0, named).map(({ serial, productKey }) => serial ?? productKey ?? 'hardware hash');
    about({
      subjectId: deviceIds.length === 1 ? deviceIds[0] : undefined,
      customerId,
      partnerId: partner.id,
      detail: { deregistered: gone.length, identifiers },
    });
    return { ok: true, deregistered: gone.length } as const;
  },
});
