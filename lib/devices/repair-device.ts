import { uuidv7 } from 'uuidv7';
import { db } from '@/db';
import { bulkDevices } from '@/db/bulk/devices';
import { deviceIdentities } from '@/db/schema';
import { requireTenant } from '@/lib/auth/actor';
import { now } from '@/lib/clock';
import { command } from '@/lib/command';
import { AppError } from '@/lib/errors';
import { registrarsInReach } from '@/lib/partners/reach';
import { chosenDevices, namesOf } from './chosen-devices';
import { decideRow } from './decide-row';
import { decodeHash } from './decode-hash';
import { repairsOf } from './device-repairs';
import { lockDevices } from './lock-devices';
import { type Hardware, hardwareOf, setHardware } from './registered-hardware';
import { readHardware, repairInput } from './repair-input';

/**
 * Registers a device under new hardware: it stays the same device, and what it was known by goes into its history. A hash
 * that is not given anew is given up, since it describes what was replaced. Outcomes: `same_hardware` when nothing is
 * new, and what a row of a file would be told of another device that has an identifier, with the field it was found by.
 */
export const repairDevice = command({
  allow: 'devices:register',
  input: repairInput,
  audit: 'devices.repaired',
  async run({ actor, about }, { customerId, deviceId, reason, ...typed }) {
    const person = requireTenant(actor);
    await lockDevices();
    const registered = await hardwareOf(await chosenDevices(person.tenant, { customerId, deviceIds: [deviceId] }));
    const { device } = readHardware(typed);
    if (!registered || !device) throw new AppError('not_found');
    const { place, registrarId, since, hardware: former } = registered;
    const { serial, manufacturer, model, productKey } = device;
    const hardware: Hardware = { serial, manufacturer, model, productKey, ...decodeHash(device.hash) };
    if (!isNew(hardware, former)) return { ok: false, reason: 'same_hardware' } as const;

    const others = (await bulkDevices().find([hardware])).filter(({ id }) => id !== deviceId);
    const own = new Set(await registrarsInReach(person.tenant));
    const conflict = decideRow(hardware, others, { customerId, own });
    if (conflict) return { ok: false, reason: conflict.code, field: conflict.field } as const;

    const at = now();
    await db.insert(deviceIdentities).values({
      id: uuidv7(),
      deviceId,
      customerId,
      registrarId,
      ...former,
      since: (await repairsOf(deviceId)).at(-1)?.at ?? since,
      until: at,
      replacedBy: person.name,
      reason,
    });
    await setHardware(place, hardware);
    const [[before], [after]] = [namesOf([former]), namesOf([hardware])];
    about({ subjectId: deviceId, customerId, partnerId: person.tenant.id, detail: { before, after, reason } });
    return { ok: true } as const;
  },
});

/** Whether anything is there that was not; taking something away repairs nothing. */
function isNew(hardware: Hardware, former: Hardware): boolean {
  const { serial, manufacturer, model, productKey, hashDigest: digest } = hardware;
  const otherMake = manufacturer !== former.manufacturer || model !== former.model;
  if (serial !== null && (serial !== former.serial || otherMake)) return true;
  if (productKey !== null && productKey !== former.productKey) return true;
  return digest !== null && !former.hashDigest?.equals(digest);
}
