// `npm run bench`: how near we come to what SQLite, PostgreSQL and Next can do by themselves, as ratios measured in one run.
// `npm run bench -- pages api uploads sign-in million lists postgres` measures some of it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, say } from './setup.mjs';
import { onStop } from './stop.mjs';

requireNode();
await install();
await build();
const { saysWhere } = await import('./bench/device-file.mjs');
const { measureBatches, measureCalls } = await import('./bench/measure-api.mjs');
const { measureLists } = await import('./bench/measure-lists.mjs');
const { measureCustomers, measurePreview, measureScripts } = await import('./bench/measure-pages.mjs');
const { measurePostgres } = await import('./bench/measure-postgres.mjs');
const { measureSignIn } = await import('./bench/measure-sign-in.mjs');
const { measureMillion, measureNeighbours, measureUploads } = await import('./bench/measure-uploads.mjs');
const { startBareNext, startPortal, stopServers } = await import('./bench/servers.mjs');
const { printTable } = await import('./bench/table.mjs');

const parts = ['pages', 'api', 'uploads', 'sign-in', 'million', 'lists', 'postgres'];
const asked = process.argv.slice(2);
const unknown = asked.find((part) => !parts.includes(part));
if (unknown) {
  console.error(`There is no part "${unknown}". The parts are: ${parts.join(', ')}.`);
  process.exit(1);
}
const wants = (part) => asked.length === 0 || asked.includes(part);

const some = 100_000;
const many = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
const secrets = { AUTH_SECRET: 'a secret that only this bench shares', DEMO: '0', TRUSTED_PROXIES: '1' };

async function end(code) {
  await stopServers();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
onStop(end);

/** A portal of its own on an empty database, with 10,000 customers in it. */
async function openPortal(url) {
  say('Filling a database with 10,000 customers.');
  const environment = { ...secrets, DATABASE_URL: url };
  const filled = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/fill.ts'], {
    env: { ...process.env, ...environment, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const who = JSON.parse(filled.toString().trim().split('\n').at(-1));
  const portal = await startPortal(folder, environment);
  return { portal, who };
}

async function measureDaily() {
  const { portal, who } = await openPortal(`file:${join(folder, 'countersign.db')}`);
  if (wants('uploads')) {
    await measureUploads(portal, who, folder, some);
    await measureNeighbours(portal, who, some, 30);
  }
  if (wants('pages') || wants('api')) {
    const bytes = join(folder, 'customers.json');
    const bareNext = await startBareNext(bytes);
    if (wants('pages')) {
      await measureCustomers(portal, bareNext, who);
      await measurePreview(portal, who, some);
      await measureScripts(portal, bareNext, who);
    }
    if (wants('api')) {
      await measureCalls(portal, bareNext, who, bytes);
      await measureBatches(portal, who);
    }
    await bareNext.stop();
  }
  if (wants('sign-in')) await measureSignIn(portal, who);
  await portal.stop();
}

/** On a server that has just started: one that worked before has more memory in hand. */
async function measureMany() {
  const { portal, who } = await openPortal(`file:${join(folder, 'many.db')}`);
  await measureMillion(portal, who, folder, many);
  if (wants('million')) await measureNeighbours(portal, who, many, 31);
  if (wants('lists')) await measureLists(portal, who, many, 20);
  await portal.stop();
}

try {
  if (saysWhere()) say(saysWhere());
  say('Measuring; all of it takes about five minutes.');
  if (['pages', 'api', 'uploads', 'sign-in'].some(wants)) await measureDaily();
  if (wants('million') || wants('lists')) await measureMany();
  if (wants('postgres')) await measurePostgres(openPortal, folder, many);
  printTable();
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}
