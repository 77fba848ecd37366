// `npm run bench`: how near we come to what SQLite and Next can do by themselves, as ratios measured in one run, turn about.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, say } from './setup.mjs';
import { onStop } from './stop.mjs';

requireNode();
await install();
await build();
const { bareTable, insertBare } = await import('./bench/bare-insert.mjs');
const { deviceFile, saysWhere } = await import('./bench/device-file.mjs');
const { firstLoad } = await import('./bench/first-load.mjs');
const { after, load, median, percentile } = await import('./bench/load.mjs');
const { loopDelay, startBareNext, startPortal, stopServers } = await import('./bench/servers.mjs');
const { timePreview } = await import('./bench/preview.mjs');
const { uploadRows } = await import('./bench/upload.mjs');

const rows = 100_000;
const rounds = 3;
const secondsEach = 4;
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const file = join(folder, 'countersign.db');
const environment = { DATABASE_URL: `file:${file}`, AUTH_SECRET: 'a secret that only this bench shares', DEMO: '0' };

async function end(code) {
  await stopServers();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
onStop(end);

const table = [];
const ratio = (what, ours, bare, unit, aim) => {
  const reached = ours / bare;
  const number = (value) => Math.round(value).toLocaleString('en');
  table.push([
    what,
    `${number(ours)} ${unit}`,
    `${number(bare)} ${unit}`,
    reached.toFixed(2),
    aim ? `at least ${aim}` : '',
  ]);
};

async function measureUploads(portal, who) {
  const bare = bareTable(file, join(folder, 'bare.db'));
  const ours = [];
  const theirs = [];
  for (let round = 1; round <= rounds; round++) {
    const csv = deviceFile(rows, round);
    ours.push(await uploadRows(portal, who, `Round ${round}`, csv, rows));
    theirs.push(insertBare(bare, csv));
  }
  bare.close();
  ratio('Upload of 100,000 rows, against a bare insert', median(ours), median(theirs), 'rows/s', '0.33');
}

async function measureCustomers(portal, bareNext, who) {
  const ours = { url: `${portal.origin}/partner/customers`, perSecond: [] };
  const theirs = { url: `${bareNext.origin}/`, perSecond: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const side of [ours, theirs]) {
      const result = await load(side.url, { headers: { Cookie: who.cookie }, until: after(secondsEach) });
      // The first round warms both up.
      if (round > 0) side.perSecond.push(result.perSecond);
    }
  }
  ratio(
    'Customers page of 10,000, against a bare page',
    median(ours.perSecond),
    median(theirs.perSecond),
    'req/s',
    '0.50',
  );
}

/** One person reads pages while another uploads. */
async function measureNeighbours(portal, who) {
  const page = { headers: { Cookie: who.cookie }, connections: 1 };
  const url = `${portal.origin}/partner/customers`;
  await loopDelay(portal);
  const idle = await load(url, { ...page, until: after(secondsEach) });
  const quiet = await loopDelay(portal);
  let uploaded = false;
  const upload = uploadRows(portal, who, 'Neighbour', deviceFile(rows, rounds + 1), rows).then(() => {
    uploaded = true;
  });
  const busy = await load(url, { ...page, until: () => uploaded });
  await upload;
  const loud = await loopDelay(portal);
  const p99 = ({ latencies }) => `${percentile(latencies, 0.99).toFixed(0)} ms`;
  table.push(['Customers page, p99, during an upload and idle', p99(busy), p99(idle), '', 'below 500 ms']);
  table.push([
    'Event loop held up, p99',
    `${loud.p99.toFixed(0)} ms`,
    `${quiet.p99.toFixed(0)} ms`,
    '',
    'below 100 ms',
  ]);
}

/** The one row with a fault is the last, so that nothing is gained by stopping early. */
async function measurePreview(portal, who) {
  const path = `/partner/customers/${who.customerId}/devices/upload`;
  const content = Buffer.concat([deviceFile(rows, rounds + 2), Buffer.from('LAST,,,Contoso,\r\n')]);
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    const times = await timePreview(portal.origin, path, who.cookie, content);
    if (times) seen.push(times.first);
  }
  if (seen.length === 0) return;
  const name = `Preview of ${rows.toLocaleString('en')} rows, to a fault in the last`;
  table.push([name, `${(median(seen) / 1000).toFixed(1)} s`, '', '', 'at most 2 s']);
}

async function measureScripts(portal, bareNext, who) {
  const bare = await firstLoad(bareNext.origin, '/');
  const pages = [
    ['/sign-in', 60, ''],
    ['/partner/customers', 60, who.cookie],
    ['/partner/customers/request', 60, who.cookie],
    ['/partner/customers/request/many', 60, who.cookie],
    [`/partner/customers/${who.customerId}/devices/upload`, 90, who.cookie],
  ];
  for (const [path, budget, cookie] of pages) {
    const kilobytes = (await firstLoad(portal.origin, path, { Cookie: cookie })) - bare;
    const name = path.replace(who.customerId, '{id}');
    table.push([
      `Scripts of ${name}, gzip`,
      `+${kilobytes.toFixed(0)} KB`,
      `${bare.toFixed(0)} KB`,
      '',
      `+${budget} KB at most`,
    ]);
  }
}

try {
  if (saysWhere()) say(saysWhere());
  say('Filling a database with 10,000 customers.');
  const filled = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/fill.ts'], {
    env: { ...process.env, ...environment, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const who = JSON.parse(filled.toString().trim().split('\n').at(-1));
  const portal = await startPortal(folder, environment);
  const bareNext = await startBareNext();
  say('Measuring; this takes about two minutes.');
  await measureUploads(portal, who);
  await measureCustomers(portal, bareNext, who);
  await measureNeighbours(portal, who);
  await measurePreview(portal, who);
  await measureScripts(portal, bareNext, who);
  const header = ['', 'Countersign', 'bare', 'ratio', 'aim'];
  const widths = header.map((_, i) => Math.max(...[header, ...table].map((line) => line[i].length)));
  for (const line of [header, ...table]) console.log(line.map((cell, i) => cell.padEnd(widths[i])).join('  '));
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}
