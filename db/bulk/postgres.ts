import type { PoolClient } from 'pg';
import { deviceId } from './device-id';
import type { BulkDevices, FoundDevice } from './devices';
import { anyMake, numberMakes } from './makes';

const columns = `d.row, d.serial, coalesce(m.manufacturer, '') manufacturer, coalesce(m.model, '') model,
  d.product_key "productKey", d.hash_digest "hashDigest",
  u.id "uploadId", u.customer_id "customerId", u.partner_id "registrarId"`;

/** A lateral join with a limit keeps the planner from reading the whole table where its statistics are old. */
const each = (condition: string, limit = 1) =>
  `select k.at, f.* from keys k cross join lateral (
    select ${columns}
    from (select * from devices d where ${condition} limit ${limit}) d
    join uploads u on u.number = d.upload left join makes m on m.number = d.make) f`;

const find = `with keys as (
    select k.*, m.number make
    from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      as k(at, product_key, serial, manufacturer, model, digest)
    left join makes m on m.manufacturer = k.manufacturer and m.model = k.model
  )
  ${each('d.product_key = k.product_key')}
  union all ${each('d.serial = k.serial and d.make = k.make')}
  union all ${each(`d.serial = k.serial and d.make = ${anyMake}`)}
  union all ${each('d.serial = k.serial', 2)} where k.manufacturer = '' and k.model = ''
  union all ${each(`d.hash_digest = decode(k.digest, 'hex')`)}`;

const insertDevices = `insert into devices (upload, registered_at, "row", serial, make, product_key, hash_digest, group_tag,
    order_number, assigned_user)
  select $1, $2, n."row", n.serial, n.make, n.product_key, decode(n.digest, 'hex'), n.group_tag,
    n.order_number, n.assigned_user
  from unnest($3::int[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::text[]) as n("row", serial, make, product_key, digest, group_tag, order_number, assigned_user)`;

const insertHashes = `insert into device_hashes (upload, "row", hash)
  select $1, n."row", decode(n.hash, 'base64') from unnest($2::int[], $3::text[]) as n("row", hash)`;

const hex = (digest: Buffer | null) => digest?.toString('hex') ?? null;

type Row = Omit<FoundDevice, 'id'> & { uploadId: string; row: number };

export function onPostgres(client: PoolClient): BulkDevices {
  return {
    async find(keys) {
      const { rows } = await client.query<Row>({
        name: 'devices_find',
        text: find,
        values: [
          keys.map((_, at) => at),
          keys.map((key) => key.productKey),
          keys.map((key) => key.serial),
          keys.map((key) => key.manufacturer),
          keys.map((key) => key.model),
          keys.map((key) => hex(key.hashDigest)),
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
          rows.map((row) => row.row),
          rows.map((row) => row.serial),
          rows.map(makeOf),
          rows.map((row) => row.productKey),
          rows.map((row) => hex(row.hashDigest)),
          rows.map((row) => row.groupTag),
          rows.map((row) => row.orderNumber),
          rows.map((row) => row.assignedUser),
        ],
      });
      const hashed = rows.filter((row) => row.hash !== null);
      if (hashed.length === 0) return;
      await client.query(insertHashes, [
        upload,
        hashed.map((row) => row.row),
        hashed.map((row) => row.hash?.toString('base64')),
      ]);
    },
  };
}
