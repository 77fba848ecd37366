import { bytes, index, key, moment, table, text, uuid } from '../columns';

/**
 * What devices were known by before they were repaired; absent values are kept as in `devices`. No foreign key to the device:
 * rows outlive it, and count as its identities only while it is registered. See docs/decisions/0019.
 */
export const deviceIdentities = table(
  'device_identities',
  {
    id: uuid().primaryKey(),
    deviceId: uuid().notNull(),
    customerId: uuid().notNull(),
    registrarId: uuid().notNull(),
    serial: key(),
    manufacturer: text().notNull(),
    model: text().notNull(),
    productKey: key(),
    hashDigest: bytes(),
    hash: bytes(),
    since: moment().notNull(),
    until: moment().notNull(),
    /** Who replaced it, by name, and why. */
    replacedBy: text().notNull(),
    reason: text().notNull(),
  },
  (t) => [
    index('device_identities_device').on(t.deviceId, t.until, t.id),
    index('device_identities_customer').on(t.customerId, t.deviceId),
    index('device_identities_serial').on(t.serial),
    index('device_identities_product_key').on(t.productKey),
    index('device_identities_hash').on(t.hashDigest),
  ],
);
