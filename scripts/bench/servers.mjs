// The two servers that are compared, each a process of its own on a port of its own.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.mjs';
import { runPackage } from '../setup.mjs';

const next = ['node_modules/next/dist/bin/next'];
const bare = '.bench/bare-next';
const started = new Set();

async function serve(args, env, isUp) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, args(port), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env(port, origin) },
  });
  started.add(child);
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error('the server did not start');
    const answer = await fetch(`${origin}${isUp}`).catch(() => null);
    if (answer?.ok) return { origin, child, stop: () => stop(child) };
    await setTimeout(100);
  }
  throw new Error('the server did not answer within 30 seconds');
}

/** Our portal on a database that was filled before. */
export function startPortal(folder, env) {
  return serve(
    () => ['--import', './scripts/bench/loop-delay.mjs', 'scripts/server.mjs'],
    (port, origin) => ({ ...env, DATA_DIR: folder, PORT: String(port), APP_ORIGIN: origin, LOG_LEVEL: 'warn' }),
    '/api/health',
  );
}

/** The least that Next can do for a page, and for a route that answers with the bytes of a file, built with the same packages. */
export async function startBareNext(bytes) {
  mkdirSync(`${bare}/app`, { recursive: true });
  writeFileSync(`${bare}/package.json`, '{ "private": true, "type": "module" }\n');
  // Without one of its own it would be built with the portal's.
  writeFileSync(`${bare}/next.config.mjs`, 'export default {};\n');
  writeFileSync(
    `${bare}/app/layout.js`,
    'export default ({ children }) => <html lang="en"><body>{children}</body></html>;\n',
  );
  writeFileSync(
    `${bare}/app/page.js`,
    `import { headers } from 'next/headers';
export default async function Page() {
  return <p>Hello {(await headers()).get('host')}</p>;
}
`,
  );
  mkdirSync(`${bare}/app/bytes`, { recursive: true });
  writeFileSync(
    `${bare}/app/bytes/route.js`,
    `import { readFileSync } from 'node:fs';
let bytes;
export const dynamic = 'force-dynamic';
export function GET() {
  bytes ??= readFileSync(process.env.BENCH_BYTES, 'utf8');
  return new Response(bytes, { headers: { 'Content-Type': 'application/json' } });
}
`,
  );
  if ((await runPackage('next', 'dist/bin/next', ['build', bare])) !== 0)
    throw new Error('the bare page did not build');
  return serve(
    (port) => [...next, 'start', bare, '--hostname', 'localhost', '--port', String(port)],
    () => ({ BENCH_BYTES: bytes }),
    '/',
  );
}

/** How long the server's event loop was held up since the last call, in milliseconds. */
export function loopDelay({ child }) {
  return new Promise((resolve) => {
    child.once('message', resolve);
    child.send('how long');
  });
}

async function stop(child) {
  const ended = child.exitCode ?? new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
  started.delete(child);
}

/** Ends the servers that were started here and still run, and waits for them. */
export const stopServers = () => Promise.all([...started].map(stop));
