// The same upload on PostgreSQL, against its own COPY of those devices into the same table.
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { deviceFile } from './device-file.mjs';
import { note, number } from './table.mjs';
import { uploadRows } from './upload.mjs';

const seed = 50;

/** Seconds of COPY from a file of the server's own machine: what \copy does, without the way through a client. */
async function copyDevices(url, folder, csv) {
  const rows = csv
    .toString()
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line, at) => {
      const [serial, productKey] = line.split(',');
      return `9,${at + 1},${serial},${at % 8},${productKey},2026-01-01`;
    });
  const file = join(folder, 'copy.csv');
  writeFileSync(file, `${rows.join('\n')}\n`);
  // The server runs as a user of its own.
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bare (like devices including all)');
  const started = performance.now();
  await client.query(
    `copy bare (upload, "row", serial, make, product_key, registered_at) from '${file}' with (format csv)`,
  );
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return seconds;
}

/** `openPortal(url)` fills a database and serves it: the server, and who is signed in there. */
export async function measurePostgres(openPortal, folder, rows) {
  const server = await startPostgres();
  try {
    const url = `${server.url}/postgres`;
    const { portal, who } = await openPortal(url);
    const csv = deviceFile(rows, seed);
    const ours = rows / (await uploadRows(portal, who, 'Postgres', csv, rows));
    const theirs = await copyDevices(url, folder, csv);
    note(`PostgreSQL: upload of ${number(rows)} rows, against copy`, {
      ours: `${ours.toFixed(1)} s`,
      bare: `${theirs.toFixed(1)} s`,
      ratio: ours / theirs,
      aim: 'at most 3.00',
    });
    await portal.stop();
  } finally {
    await server.stop();
  }
}
