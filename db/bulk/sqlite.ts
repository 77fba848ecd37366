import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { bytesToUuid, uuidToBytes } from '../columns';
import type { BulkDevices, DeviceKeys, FoundDevice } from './devices';
import { ids } from './ids';

/** Rows worked on before other requests of this process get their turn: about five milliseconds. */
const atOnce = 500;

type Prepare = (sql: string) => Database.Statement;
type Row = Omit<FoundDevice, 'id' | 'at' | 'customerId' | 'registrarId'> &
  Record<'id' | 'customerId' | 'registrarId', Buffer>;

const columns = `d.id, d.customer_id customerId, d.registrar_id registrarId, d.serial, d.manufacturer, d.model,
  d.product_key productKey, d.hash_digest hashDigest`;

/** One statement asks for a thousand keys; a statement each costs three times as much. */
const byProductKey = `select j.key "at", ${columns} from json_each(?) j cross join devices d where d.product_key = j.value`;
const knownSerials = 'select j.key from json_each(?) j where exists (select 1 from devices where serial = j.value)';
const byMake = `select ${columns} from devices d where d.serial = ? and d.manufacturer = ? and d.model = ?`;
const bySerial = `select ${columns} from devices d where d.serial = ? limit 2`;
const byHash = `select ${columns} from devices d where d.hash_digest = ?`;

const insertDevice = `insert into devices (id, customer_id, registrar_id, batch_id, upload_id, "row", serial, manufacturer,
  model, product_key, hash_digest, group_tag, assigned_user, order_number, registered_at)
  values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`;
const insertHash = 'insert into device_hashes (device_id, hash) values (?, ?)';

const toFound = (at: number, row: Row): FoundDevice => ({
  ...row,
  at,
  id: bytesToUuid(row.id),
  customerId: bytesToUuid(row.customerId),
  registrarId: bytesToUuid(row.registrarId),
});

export function onSqlite(prepare: Prepare): BulkDevices {
  const rowsOf = (sql: string, ...params: unknown[]) => prepare(sql).all(...params) as Row[];

  function findBySerial(keys: DeviceKeys[]): FoundDevice[] {
    const serials = JSON.stringify(keys.map((key) => key.serial));
    const known = prepare(knownSerials).pluck().all(serials) as number[];
    return known.flatMap((at) => {
      const key = keys[at];
      if (!key) return [];
      const { serial, manufacturer, model } = key;
      const rows =
        manufacturer === '' && model === ''
          ? rowsOf(bySerial, serial)
          : [...rowsOf(byMake, serial, manufacturer, model), ...rowsOf(byMake, serial, '', '')];
      return rows.map((row) => toFound(at, row));
    });
  }

  function findSome(keys: DeviceKeys[]): FoundDevice[] {
    const productKeys = keys.map((key) => key.productKey);
    const found = productKeys.some(Boolean)
      ? (prepare(byProductKey).all(JSON.stringify(productKeys)) as (Row & { at: number })[]).map((row) =>
          toFound(row.at, row),
        )
      : [];
    if (keys.some((key) => key.serial !== null)) found.push(...findBySerial(keys));
    for (const [at, { hashDigest }] of keys.entries()) {
      if (hashDigest) found.push(...rowsOf(byHash, hashDigest).map((row) => toFound(at, row)));
    }
    return found;
  }

  return {
    async find(keys) {
      const found: FoundDevice[] = [];
      for (let from = 0; from < keys.length; from += atOnce) {
        for (const device of findSome(keys.slice(from, from + atOnce))) found.push({ ...device, at: from + device.at });
        await setImmediate();
      }
      return found;
    },

    async insert({ customerId, registrarId, batchId, uploadId, registeredAt }, rows) {
      const [customer, registrar, batch, upload] = [customerId, registrarId, batchId, uploadId].map(uuidToBytes);
      const device = prepare(insertDevice);
      const hash = prepare(insertHash);
      const at = registeredAt.getTime();
      for (const [position, row] of rows.entries()) {
        const { serial, manufacturer, model, productKey, hashDigest, groupTag, assignedUser, orderNumber } = row;
        const id = ids.generate().bytes;
        device.run(
          id,
          customer,
          registrar,
          batch,
          upload,
          row.row,
          serial,
          manufacturer,
          model,
          productKey,
          hashDigest,
          groupTag,
          assignedUser,
          orderNumber,
          at,
        );
        if (row.hash !== null) hash.run(id, row.hash);
        if (position % atOnce === atOnce - 1) await setImmediate();
      }
    },
  };
}
