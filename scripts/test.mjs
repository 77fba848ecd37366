// `npm test`: everything that has to be right, from a fresh checkout. Steps that get in nobody's way run beside each other;
// the first one that fails ends the run. The last line counts.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, requireNode, say } from './setup.mjs';
import { onStop } from './stop.mjs';

requireNode();
await install();
const { ensureBrowser } = await import('./browser.mjs');
await ensureBrowser();
const { ensureJdk } = await import('./jdk.mjs');
await ensureJdk();

// Everything that the programs below leave behind lands here; PostgreSQL runs as a user of its own and has to get in.
const scratch = mkdtempSync(join(tmpdir(), 'countersign-run-'));
chmodSync(scratch, 0o755);
process.env.TMPDIR = scratch;
process.env.CI = 'true';
const tool = (name, entry, ...args) => [join('node_modules', name, entry), ...args];
const vitest = (report) =>
  tool(
    'vitest',
    'vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(scratch, report)}`,
  );

/** A step: its title, the programs it runs one after the other, and where a program writes how many tests it ran. */
const steps = {
  lint: { title: 'Lint', run: [tool('@biomejs/biome', 'bin/biome', 'check', '.')] },
  layout: { title: 'Layout', run: [['scripts/check-layout.mjs']] },
  unused: { title: 'Unused code', run: [tool('knip', 'bin/knip.js')] },
  types: { title: 'Types', run: [tool('next', 'dist/bin/next', 'typegen'), tool('typescript', 'bin/tsc', '--noEmit')] },
  sqlite: { title: 'Unit and integration tests on SQLite', run: [vitest('sqlite.json')], report: 'sqlite.json' },
  postgres: {
    title: 'The same on PostgreSQL',
    run: [vitest('postgres.json')],
    report: 'postgres.json',
    env: { ENGINE: 'postgres' },
  },
  e2e: {
    title: 'End to end, in a browser, against the production build',
    run: [tool('@playwright/test', 'cli.js', 'test', '--reporter=list,json')],
    report: 'e2e.json',
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(scratch, 'e2e.json') },
  },
};

const running = new Set();
let passed = 0;
let failed = 0;

/** Runs one program with its output kept; resolves to its exit code and what it said. */
function program(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    running.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, said });
    });
  });
}

/** Adds the tests of a report to the sum; false when the program wrote none. */
function count(report) {
  try {
    const found = JSON.parse(readFileSync(join(scratch, report), 'utf8'));
    passed += found.numPassedTests ?? found.stats.expected + found.stats.flaky;
    failed += found.numFailedTests ?? found.stats.unexpected;
    return true;
  } catch {
    return false;
  }
}

async function take({ title, run, report, env }) {
  const started = Date.now();
  let said = '';
  let code = 0;
  for (const args of run) {
    const result = await program(args, env);
    said += result.said;
    code = result.code;
    if (code !== 0) break;
  }
  // Whoever stops the run ends the process; nothing may follow.
  if (stopping) return new Promise(() => undefined);
  const before = failed;
  const counted = report !== undefined && count(report);
  if (!counted && code === 0) passed++;
  if (code !== 0 && failed === before) failed++;
  console.log(
    `\n=== ${title}: ${code === 0 ? 'passed' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)\n${said.trim()}`,
  );
  if (code !== 0) await finish(1);
}

let stopping = false;

/** Stops what still runs, and ends with the closing line. */
async function finish(code) {
  if (stopping) return;
  stopping = true;
  const closed = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of running) child.kill('SIGINT');
  await Promise.race([Promise.all(closed), new Promise((resolve) => setTimeout(resolve, 20_000))]);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(code);
}

onStop((code) => finish(code));
say('Checking. Each step says what it found when it ends.');
await Promise.all([take(steps.lint), take(steps.layout), take(steps.unused), take(steps.types)]);
await take(steps.sqlite);
await take(steps.postgres);
await build();
await take(steps.e2e);
await finish(0);
