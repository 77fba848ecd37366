import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { bytesToUuid } from '../columns';
import { deviceId } from './device-id';
import type { BulkDevices, DeviceKeys, FoundDevice } from './devices';
import { anyMake, numberMakes } from './makes';

/** Rows worked on before other requests of this process get their turn: about five milliseconds. */
const atOnce = 500;

type Prepare = (sql: string) => Database.Statement;
type Row = Omit<FoundDevice, 'id' | 'at' | 'customerId' | 'registrarId'> &
  Record<'uploadId' | 'customerId' | 'registrarId', Buffer> & { row: number };

const columns = `d.row, d.serial, coalesce(m.manufacturer, '') manufacturer, coalesce(m.model, '') model,
  d.product_key productKey, d.hash_digest hashDigest, u.id uploadId, u.customer_id customerId, u.partner_id registrarId`;
const rest = 'join uploads u on u.number = d.upload left join makes m on m.number = d.make';

/** One statement asks for a thousand keys; a statement each costs three times as much. */
const knownProductKeys =
  'select j.key from json_each(?) j where exists (select 1 from devices where product_key = j.value)';
const knownSerials = 'select j.key from json_each(?) j where exists (select 1 from devices where serial = j.value)';
const byProductKey = `select ${columns} from devices d ${rest} where d.product_key = ?`;
const byMake = `select ${columns} from devices d ${rest} where d.serial = ?
  and d.make in (${anyMake}, (select number from makes where manufacturer = ? and model = ?))`;
const bySerial = `select ${columns} from devices d ${rest} where d.serial = ? limit 2`;
const byHash = `select ${columns} from devices d ${rest} where d.hash_digest = ?`;

const insertDevice = `insert into devices (upload, "row", serial, make, product_key, hash_digest, group_tag, order_number,
  assigned_user, registered_at) values (?,?,?,?,?,?,?,?,?,?)`;
const insertHash = 'insert into device_hashes (upload, "row", hash) values (?,?,?)';

const toFound = (at: number, { uploadId, row, customerId, registrarId, ...keys }: Row): FoundDevice => ({
  ...keys,
  at,
  id: deviceId(bytesToUuid(uploadId), row),
  customerId: bytesToUuid(customerId),
  registrarId: bytesToUuid(registrarId),
});

export function onSqlite(prepare: Prepare): BulkDevices {
  const rowsOf = (sql: string, ...params: unknown[]) => prepare(sql).all(...params) as Row[];
  const known = (sql: string, values: (string | null)[]) =>
    values.some((value) => value !== null) ? (prepare(sql).pluck().all(JSON.stringify(values)) as number[]) : [];

  function findSome(keys: DeviceKeys[], from: number): FoundDevice[] {
    const found: FoundDevice[] = [];
    const add = (at: number, sql: string, ...params: unknown[]) => {
      for (const row of rowsOf(sql, ...params)) found.push(toFound(from + at, row));
    };
    const productKeys = keys.map((key) => key.productKey);
    for (const at of known(knownProductKeys, productKeys)) add(at, byProductKey, productKeys[at]);
    const serials = keys.map((key) => key.serial);
    for (const at of known(knownSerials, serials)) {
      const { manufacturer = '', model = '' } = keys[at] ?? {};
      if (manufacturer === '' && model === '') add(at, bySerial, serials[at]);
      else add(at, byMake, serials[at], manufacturer, model);
    }
    for (const [at, { hashDigest }] of keys.entries()) if (hashDigest) add(at, byHash, hashDigest);
    return found;
  }

  return {
    async find(keys) {
      const found: FoundDevice[] = [];
      for (let from = 0; from < keys.length; from += atOnce) {
        found.push(...findSome(keys.slice(from, from + atOnce), from));
        await setImmediate();
      }
      return found;
    },

    async insert({ upload, registeredAt }, rows) {
      const makeOf = await numberMakes(rows);
      const device = prepare(insertDevice);
      const hash = prepare(insertHash);
      const at = registeredAt.getTime();
      for (const [position, row] of rows.entries()) {
        const { serial, productKey, hashDigest, groupTag, orderNumber, assignedUser } = row;
        device.run(
          upload,
          row.row,
          serial,
          makeOf(row),
          productKey,
          hashDigest,
          groupTag,
          orderNumber,
          assignedUser,
          at,
        );
        if (row.hash !== null) hash.run(upload, row.row, row.hash);
        if (position % atOnce === atOnce - 1) await setImmediate();
      }
    },
  };
}
