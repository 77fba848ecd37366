// How fast device files become registered devices on SQLite, and what others notice meanwhile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bareTable, insertBare } from './bare-insert.mjs';
import { deviceFile } from './device-file.mjs';
import { importCsv } from './import-csv.mjs';
import { after, load, median, percentile } from './load.mjs';
import { loopDelay } from './servers.mjs';
import { compare, note, number } from './table.mjs';
import { uploadRows } from './upload.mjs';

const rounds = 3;
const idleSeconds = 4;

/** Uploads against a bare insert loop into the same table, turn about. */
export async function measureUploads(portal, who, folder, rows) {
  const bare = bareTable(join(folder, 'countersign.db'), join(folder, 'bare.db'));
  const ours = [];
  const theirs = [];
  for (let round = 1; round <= rounds; round++) {
    const csv = deviceFile(rows, round);
    ours.push(await uploadRows(portal, who, `Round ${round}`, csv, rows));
    theirs.push(insertBare(bare, csv, round));
  }
  bare.close();
  const what = `Upload of ${number(rows)} rows, against a bare insert into the same table`;
  compare(what, median(ours), median(theirs), 'rows/s', 'at least 0.33');
}

/** The most memory a server has in hand while something runs, in MB; 0 where the system does not say. */
async function peakMemory({ child }, work) {
  let peak = 0;
  let over = false;
  const watch = async () => {
    while (!over) {
      try {
        const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
        peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
      } catch {
        return;
      }
      await setTimeout(100);
    }
  };
  const watching = watch();
  await work();
  over = true;
  await watching;
  return peak;
}

/** One file against `sqlite3 .import` of the same one, in seconds. */
async function measureImport(portal, who, folder, { what, rows, seed, kind, identity }) {
  const csv = deviceFile(rows, seed, kind);
  const theirs = importCsv(folder, csv, identity);
  let ours = 0;
  const memory = await peakMemory(portal, async () => {
    ours = rows / (await uploadRows(portal, who, what, csv, rows));
  });
  const seconds = (value) => `${value.toFixed(1)} s`;
  note(`${what}, against sqlite3 .import`, {
    ours: seconds(ours),
    bare: theirs === null ? 'no sqlite3 here' : seconds(theirs),
    ...(theirs === null ? {} : { ratio: ours / theirs }),
    aim: 'at most 3.00',
  });
  return memory;
}

export async function measureMillion(portal, who, folder, rows) {
  const million = { what: `Upload of ${number(rows)} rows`, rows, seed: 20, kind: 'both', identity: 'product_key' };
  const memory = await measureImport(portal, who, folder, million);
  note('Memory of the server meanwhile, at most', { ours: `${memory.toFixed(0)} MB`, aim: 'at most 400 MB' });
  const hashes = { what: 'Upload of 20,000 rows with hashes', rows: 20_000, seed: 21, kind: 'hash', identity: 'hash' };
  await measureImport(portal, who, folder, hashes);
}

/** One person reads Customers, one page after the other, while another uploads. */
export async function measureNeighbours(portal, who, rows, seed) {
  const page = { headers: { Cookie: who.cookie }, connections: 1 };
  const url = `${portal.origin}/partner/customers`;
  await load(url, { ...page, until: after(1) });
  await loopDelay(portal);
  const idle = await load(url, { ...page, until: after(idleSeconds) });
  const quiet = await loopDelay(portal);
  let uploaded = false;
  const upload = uploadRows(portal, who, `Neighbour ${seed}`, deviceFile(rows, seed), rows).finally(() => {
    uploaded = true;
  });
  const busy = await load(url, { ...page, until: () => uploaded });
  await upload;
  const loud = await loopDelay(portal);
  const p99 = ({ latencies }) => percentile(latencies, 0.99);
  const milliseconds = (value) => `${value.toFixed(0)} ms`;
  const times = (what, ours, bare, aim) =>
    note(what, { ours: milliseconds(ours), bare: milliseconds(bare), ratio: ours / bare, aim });
  times(`Customers page, p99, while ${number(rows)} rows go in, and idle`, p99(busy), p99(idle), 'at most 3.00');
  times('Event loop held up meanwhile, p99, and idle', loud.p99, quiet.p99, 'at most 50 ms');
}
