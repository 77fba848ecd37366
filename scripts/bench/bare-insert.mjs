// What SQLite itself can do: the rows of a device file, already parsed, inserted by one prepared statement in one transaction
// into a table with the columns and indexes of ours.
import { randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { uuidv7obj } from 'uuidv7';

/** Copies the table and its indexes from the portal's database into a new file, opened with the same pragmas. */
export function bareTable(portalFile, file) {
  const portal = new Database(portalFile, { readonly: true });
  const shape = portal
    .prepare("select sql from sqlite_schema where tbl_name = 'devices' and sql is not null")
    .pluck()
    .all();
  portal.close();
  const database = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'cache_size = -65536']) database.pragma(pragma);
  for (const sql of shape) database.exec(sql);
  return database;
}

/** Rows per second from `begin` to `commit`. */
export function insertBare(database, csv) {
  const shared = Array.from({ length: 4 }, () => randomBytes(16));
  const rows = csv
    .toString()
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line, i) => {
      const [serial, productKey, , manufacturer, model] = line.split(',');
      return [
        Buffer.from(uuidv7obj().bytes),
        ...shared,
        i + 1,
        serial,
        manufacturer,
        model,
        productKey,
        null,
        null,
        null,
        null,
        Date.now(),
      ];
    });
  const insert = database.prepare(
    `insert into devices (id, customer_id, registrar_id, batch_id, upload_id, "row", serial, manufacturer, model, product_key,
      hash_digest, group_tag, assigned_user, order_number, registered_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  );
  const started = performance.now();
  database.exec('begin immediate');
  for (const row of rows) insert.run(row);
  database.exec('commit');
  return rows.length / ((performance.now() - started) / 1000);
}
