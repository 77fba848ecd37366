import type { PoolClient } from 'pg';
import { deviceId } from './device-id';
import type { BulkDevices, DeviceKeys, FoundDevice } from './devices';
import { anyMake, numberMakes } from './makes';

/**
 * Columns travel as one text each, cut by a sign that no value holds: control characters are refused in every cell. The
 * driver takes longer to write ten arrays of five thousand values than the server to insert them.
 */
const cut = '\u001f';
const absent = '\u001e';
/** Stands for '', since a text that is empty is a list of nothing. */
const empty = '\u001d';

/** Throws where a value holds the sign itself: everything behind it would belong to the device before. */
function joined(values: (string | number | null)[]): string {
  const text = values.map((value) => (value === '' ? empty : (value ?? absent))).join(cut);
  let cuts = 0;
  for (let at = text.indexOf(cut); at !== -1; at = text.indexOf(cut, at + 1)) cuts++;
  if (cuts !== Math.max(0, values.length - 1)) throw new TypeError('a value of a device holds a control character');
  return text;
}
const column = (parameter: number, type = 'text') =>
  `string_to_array($${parameter}, E'\\x1f', E'\\x1e')${type === 'text' ? '' : `::${type}[]`}`;

const columns = `d.row, d.serial, coalesce(m.manufacturer, '') manufacturer, coalesce(m.model, '') model,
  d.product_key "productKey", d.hash_digest "hashDigest",
  u.id "uploadId", u.customer_id "customerId", u.partner_id "registrarId"`;

const keys = `unnest(${column(1, 'int')}, ${column(2)}, ${column(3)}, ${column(4)}, ${column(5)}, ${column(6)})
  as k(at, product_key, serial, manufacturer, model, digest)`;

/** Most rows are new: three looks at indexes say so, and only the others are looked at closely. */
const findKnown = `select k.at from unnest(${column(1, 'int')}, ${column(2)}, ${column(3)}, ${column(4)})
    as k(at, product_key, serial, digest)
  where exists (select 1 from devices d where d.product_key = k.product_key)
    or exists (select 1 from devices d where d.serial = k.serial)
    or exists (select 1 from devices d where d.hash_digest = decode(k.digest, 'hex'))`;

/** A lateral join with a limit keeps the planner from reading the whole table where its statistics are old. */
const each = (condition: string, limit = 1) =>
  `select k.at, f.* from keys k cross join lateral (
    select ${columns}
    from (select * from devices d where ${condition} limit ${limit}) d
    join uploads u on u.number = d.upload left join makes m on m.number = d.make) f`;

const find = `with keys as (
    select k.*, m.number make
    from (select at, product_key, serial, replace(manufacturer, E'\\x1d', '') manufacturer,
      replace(model, E'\\x1d', '') model, digest from ${keys}) k
    left join makes m on m.manufacturer = k.manufacturer and m.model = k.model
  )
  ${each('d.product_key = k.product_key')}
  union all ${each('d.serial = k.serial and d.make = k.make')}
  union all ${each(`d.serial = k.serial and d.make = ${anyMake}`)}
  union all ${each('d.serial = k.serial', 2)} where k.manufacturer = '' and k.model = ''
  union all ${each(`d.hash_digest = decode(k.digest, 'hex')`)}`;

const insertDevices = `insert into devices (upload, registered_at, "row", serial, make, product_key, hash_digest, group_tag,
    order_number, assigned_user)
  select $1, $2, n."row", n.serial, n.make, n.product_key, decode(n.digest, 'hex'), n.group_tag, n.order_number,
    n.assigned_user
  from unnest(${column(3, 'int')}, ${column(4)}, ${column(5, 'int')}, ${column(6)}, ${column(7)}, ${column(8)}, ${column(9)},
    ${column(10)}) as n("row", serial, make, product_key, digest, group_tag, order_number, assigned_user)`;

const insertHashes = `insert into device_hashes (upload, "row", hash)
  select $1, n."row", decode(n.hash, 'base64') from unnest(${column(2, 'int')}, ${column(3)}) as n("row", hash)`;

const hex = (digest: Buffer | null) => digest?.toString('hex') ?? null;

type Row = Omit<FoundDevice, 'id'> & { uploadId: string; row: number };

export function onPostgres(client: PoolClient): BulkDevices {
  /** Positions of the keys that some device has a part of. */
  async function known(all: DeviceKeys[]): Promise<number[]> {
    const { rows } = await client.query<{ at: number }>({
      name: 'devices_known',
      text: findKnown,
      values: [
        joined(all.map((_, at) => at)),
        joined(all.map((key) => key.productKey)),
        joined(all.map((key) => key.serial)),
        joined(all.map((key) => hex(key.hashDigest))),
      ],
    });
    return rows.map(({ at }) => at);
  }

  return {
    async find(all) {
      const positions = all.length === 0 ? [] : await known(all);
      if (positions.length === 0) return [];
      const of = (value: (key: DeviceKeys) => string | null) =>
        joined(positions.map((at) => value(all[at] as DeviceKeys)));
      const { rows } = await client.query<Row>({
        name: 'devices_find',
        text: find,
        values: [
          joined(positions),
          of((key) => key.productKey),
          of((key) => key.serial),
          of((key) => key.manufacturer),
          of((key) => key.model),
          of((key) => hex(key.hashDigest)),
        ],
      });
      return rows.map(({ uploadId, row, ...found }) => ({ ...found, id: deviceId(uploadId, row) }));
    },

    async insert({ upload, registeredAt }, rows) {
      if (rows.length === 0) return;
      const makeOf = await numberMakes(rows);
      await client.query({
        name: 'devices_insert',
        text: insertDevices,
        values: [
          upload,
          registeredAt,
          joined(rows.map((row) => row.row)),
          joined(rows.map((row) => row.serial)),
          joined(rows.map(makeOf)),
          joined(rows.map((row) => row.productKey)),
          joined(rows.map((row) => hex(row.hashDigest))),
          joined(rows.map((row) => row.groupTag)),
          joined(rows.map((row) => row.orderNumber)),
          joined(rows.map((row) => row.assignedUser)),
        ],
      });
      const hashed = rows.filter((row) => row.hash !== null);
      if (hashed.length === 0) return;
      await client.query(insertHashes, [
        upload,
        joined(hashed.map((row) => row.row)),
        joined(hashed.map((row) => row.hash?.toString('base64') ?? null)),
      ]);
    },
  };
}
