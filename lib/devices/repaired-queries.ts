import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '@/db';
import { consents, deviceIdentities, tenants } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { consentsInReach, registrarsInReach } from '@/lib/partners/reach';
import { query } from '@/lib/query';
import { beginsWith } from './begins-with';
import { shortestSearch } from './device-search';
import { stillRegistered } from './registered-hardware';

/** Repairs looked through at most. */
const atMost = 50;

/**
 * Devices whose former serial number or product key begins with the text, latest repair first, with what they are known by
 * now. Nothing for a text below `shortestSearch`. Only what is in reach; of one customer, or of all.
 */
export const findRepaired = query({
  allow: 'devices:read',
  input: z.object({ search: z.string().trim().max(200), customerId: z.uuid().optional() }),
  async run(actor, { search, customerId }) {
    if (search.length < shortestSearch) return [];
    const partner = requireTenant(actor).tenant;
    const inReach = db.select({ id: consents.customerId }).from(consents).where(consentsInReach(partner));
    const registrars = await registrarsInReach(partner);
    const rows = await db
      .select({
        deviceId: deviceIdentities.deviceId,
        serial: deviceIdentities.serial,
        productKey: deviceIdentities.productKey,
        until: deviceIdentities.until,
        customerId: tenants.id,
        customerName: tenants.name,
      })
      .from(deviceIdentities)
      .innerJoin(tenants, eq(tenants.id, deviceIdentities.customerId))
      .where(
        and(
          beginsWith(search, [deviceIdentities.serial, deviceIdentities.productKey]),
          inArray(deviceIdentities.customerId, inReach),
          inArray(deviceIdentities.registrarId, registrars),
          customerId ? eq(deviceIdentities.customerId, customerId) : undefined,
        ),
      )
      .orderBy(desc(deviceIdentities.until), desc(deviceIdentities.id))
      .limit(atMost);
    const ids = rows.map(({ deviceId }) => deviceId);
    const registered = await stillRegistered(ids, { registrars });
    return rows.flatMap(({ serial, productKey, ...row }) => {
      const now = registered.find(({ id }) => id === row.deviceId);
      return now ? [{ ...row, former: nameOf({ serial, productKey }), name: nameOf(now) }] : [];
    });
  },
});

const nameOf = ({ serial, productKey }: { serial: string | null; productKey: string | null }) =>
  serial ?? productKey ?? 'a device without serial number';
