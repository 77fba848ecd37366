// What SQLite itself can do: the rows of a device file, already parsed, inserted by one prepared statement in one transaction
// into a table with the columns and indexes of ours.
import Database from 'better-sqlite3';

/** Copies the table and its indexes from the portal's database into a new file, opened with the same pragmas. */
export function bareTable(portalFile, file) {
  const portal = new Database(portalFile, { readonly: true });
  const shape = portal
    .prepare("select sql from sqlite_schema where tbl_name = 'devices' and sql is not null")
    .pluck()
    .all();
  portal.close();
  const database = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) database.pragma(pragma);
  for (const sql of shape) database.exec(sql);
  return database;
}

/** Rows per second from `begin` to `commit`. */
export function insertBare(database, csv, upload) {
  const rows = csv
    .toString()
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line, i) => {
      const [serial, productKey] = line.split(',');
      return [upload, i + 1, serial, i % 8, productKey, Date.now()];
    });
  const insert = database.prepare(
    'insert into devices (upload, "row", serial, make, product_key, registered_at) values (?,?,?,?,?,?)',
  );
  const started = performance.now();
  database.exec('begin immediate');
  for (const row of rows) insert.run(row);
  database.exec('commit');
  return rows.length / ((performance.now() - started) / 1000);
}
