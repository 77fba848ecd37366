import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { devices, uploads } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { choiceInput } from './choice-input';
import { identity, place } from './chosen-devices';
import { atPlaces, findPlaces } from './device-places';
import { findCustomer } from './find-customer';
import { nameDevices } from './name-devices';

/**
 * Which of these devices are registered for a customer and in the partner's reach, with what they are known by. Throws
 * `not_found` for a customer that it may not act for.
 */
export const knownDevices = query({
  allow: 'profiles:apply',
  input: choiceInput,
  async run(actor, { customerId, deviceIds }) {
    const { tenant } = requireTenant(actor);
    if (!(await findCustomer(tenant, customerId))) throw new AppError('not_found');
    const places = await findPlaces(deviceIds, { registrars: await registrarsInReach(tenant), customerId });
    const found = await db
      .select({ ...place, ...identity })
      .from(devices)
      .innerJoin(uploads, eq(uploads.number, devices.upload))
      .where(atPlaces(devices, places));
    return nameDevices(found);
  },
});
