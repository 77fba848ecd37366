import type { PoolClient } from 'pg';
import type { BulkDevices, FoundDevice } from './devices';
import { ids } from './ids';

const columns = `d.id, d.customer_id "customerId", d.registrar_id "registrarId", d.serial, d.manufacturer, d.model,
  d.product_key "productKey", d.hash_digest "hashDigest"`;

/** A lateral join with a limit keeps the planner from reading the whole table where its statistics are old. */
const each = (condition: string, limit = 1) =>
  `select k.at, d.* from keys k cross join lateral (select ${columns} from devices d where ${condition} limit ${limit}) d`;

const find = `with keys as (
    select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      as k(at, product_key, serial, manufacturer, model, digest)
  )
  ${each('d.product_key = k.product_key')}
  union all ${each('d.serial = k.serial and d.manufacturer = k.manufacturer and d.model = k.model')}
  union all ${each(`d.serial = k.serial and d.manufacturer = '' and d.model = ''`)}
  union all ${each('d.serial = k.serial', 2)} where k.manufacturer = '' and k.model = ''
  union all ${each(`d.hash_digest = decode(k.digest, 'hex')`)}`;

const insertDevices = `insert into devices (id, customer_id, registrar_id, batch_id, upload_id, registered_at, "row", serial,
    manufacturer, model, product_key, hash_digest, group_tag, assigned_user, order_number)
  select n.id, $1, $2, $3, $4, $5, n."row", n.serial, n.manufacturer, n.model, n.product_key, decode(n.digest, 'hex'),
    n.group_tag, n.assigned_user, n.order_number
  from unnest($6::uuid[], $7::int[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
      $15::text[])
    as n(id, "row", serial, manufacturer, model, product_key, digest, group_tag, assigned_user, order_number)`;

const insertHashes = 'insert into device_hashes (device_id, hash) select * from unnest($1::uuid[], $2::text[])';

const hex = (digest: Buffer | null) => digest?.toString('hex') ?? null;

export function onPostgres(client: PoolClient): BulkDevices {
  return {
    async find(keys) {
      const { rows } = await client.query<FoundDevice>({
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
      return rows;
    },

    async insert({ customerId, registrarId, batchId, uploadId, registeredAt }, rows) {
      if (rows.length === 0) return;
      const newIds = rows.map(() => ids.generate().toString());
      await client.query({
        name: 'devices_insert',
        text: insertDevices,
        values: [
          customerId,
          registrarId,
          batchId,
          uploadId,
          registeredAt,
          newIds,
          rows.map((row) => row.row),
          rows.map((row) => row.serial),
          rows.map((row) => row.manufacturer),
          rows.map((row) => row.model),
          rows.map((row) => row.productKey),
          rows.map((row) => hex(row.hashDigest)),
          rows.map((row) => row.groupTag),
          rows.map((row) => row.assignedUser),
          rows.map((row) => row.orderNumber),
        ],
      });
      const hashed = rows.flatMap((row, at) => (row.hash === null ? [] : [{ id: newIds[at], hash: row.hash }]));
      if (hashed.length === 0) return;
      await client.query(insertHashes, [hashed.map((each) => each.id), hashed.map((each) => each.hash)]);
    },
  };
}
