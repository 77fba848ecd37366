// What `npm start`, `npm test` and `npm run dev` do before anything else. Plain Node: it runs before there are packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onStop } from './stop.mjs';

const installed = 'node_modules/.countersign-lock';
const built = '.next/countersign-build';
const oldest = [20, 19];

process.chdir(join(import.meta.dirname ?? '.', '..'));
process.env.NEXT_TELEMETRY_DISABLED = '1';

export const say = (sentence) => console.log(`\n${sentence}`);

/** Ends the process with a sentence when this Node is too old for the packages we use. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(`Countersign needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a program to its end, its output shown; resolves to its exit code. It ends with us. */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    const restore = onStop((code) => {
      child.once('close', () => process.exit(code));
      child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('close', (code) => {
      restore();
      resolve(code ?? 1);
    });
  });
}

/** Runs a TypeScript file of ours. */
export const runScript = (file, args = [], env = {}) => run(process.execPath, ['--import', 'tsx', file, ...args], env);

/** Runs a package's own program, such as `next`, without a shell or npx in between. */
export function runPackage(name, entry, args, env = {}) {
  return run(process.execPath, [join('node_modules', name, entry), ...args], env);
}

/** npm itself, whether or not it is what started us. */
const npm = (...args) =>
  process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);

const same = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

/** Installs packages when there are none or the lock file changed. */
export async function install() {
  // Compiled parts fit one generation of Node, so that is part of what must be the same.
  const wanted = `${createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')} ${process.versions.modules}`;
  if (same(installed, wanted)) return;
  say('Installing packages. better-sqlite3 may have to be compiled, which takes about a minute without any output.');
  const started = Date.now();
  const heartbeat = setInterval(
    () => console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  );
  // npm writes this file last: without it a previous installation was cut off and has to start over.
  if (!existsSync('node_modules/.package-lock.json')) rmSync('node_modules', { recursive: true, force: true });
  // Not `npm ci`: it refuses a lock file that lacks the packages of other platforms, and where a registry does not offer
  // those, npm leaves them out of the lock file.
  let code = await npm('install', '--no-save', '--include=dev', '--no-audit', '--no-fund');
  if (code === 0 && !(await loads())) code = await npm('rebuild', 'better-sqlite3');
  clearInterval(heartbeat);
  if (code !== 0 || !(await loads())) {
    console.error('The packages could not be installed; npm says above why. Run the same command again to go on.');
    process.exit(1);
  }
  writeFileSync(installed, wanted);
}

const loads = async () =>
  (await run(process.execPath, [
    '-e',
    "try { new (require('better-sqlite3'))(':memory:') } catch { process.exit(1) }",
  ])) === 0;

/** Everything a build is made of, as one hash. */
function sourceHash() {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const folder of ['app', 'components', 'lib', 'db', 'public']) if (existsSync(folder)) walk(folder);
  for (const file of readdirSync('.').sort()) {
    if (/\.(ts|mjs)$/.test(file) && file !== 'next-env.d.ts') add(file);
    if (file === 'package-lock.json' || file === 'package.json' || file === 'tsconfig.json') add(file);
  }
  return hash.digest('hex');
}

/** Builds the pages for production when a source changed since the last build that came to its end. */
export async function build() {
  const wanted = sourceHash();
  if (same(built, wanted)) return;
  say('Building the pages.');
  rmSync(built, { force: true });
  if ((await runPackage('next', 'dist/bin/next', ['build'], { NODE_ENV: 'production' })) !== 0) process.exit(1);
  writeFileSync(built, wanted);
}
