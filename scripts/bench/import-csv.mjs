// What the sqlite3 program needs to take the same file into a bare table with the two identity indexes.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Seconds of `sqlite3 .import`; null where the program is not installed. `identity` is the column of the second index. */
export function importCsv(folder, csv, identity) {
  const file = join(folder, 'import.csv');
  writeFileSync(file, csv);
  const script = `create table d (serial text, product_key text, hash text, manufacturer text, model text);
create unique index d_serial on d (serial, manufacturer, model);
create unique index d_other on d (${identity});
.mode csv
.import --skip 1 ${file} d
select count(*) from d;
`;
  const started = performance.now();
  const { status, stdout, error } = spawnSync('sqlite3', [join(folder, `import-${identity}.db`)], { input: script });
  if (error) return null;
  if (status !== 0) throw new Error('sqlite3 could not import the file');
  const seconds = (performance.now() - started) / 1000;
  const rows = Number(stdout.toString().trim().split('\n').at(-1));
  if (rows === 0) throw new Error('sqlite3 imported nothing');
  return seconds;
}
