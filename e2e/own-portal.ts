import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/free-port.mjs';

export interface OwnPortal {
  origin: string;
  /** Everything it has printed, its log included. */
  said: () => string;
  /** The set-up link that this start printed; null when it printed none. */
  link: string | null;
  stop: () => Promise<void>;
}

/** A folder for a portal of a test's own, and the environment of one without the demo on it; whoever asks removes it. */
export function newFolder() {
  const folder = join(tmpdir(), `countersign-e2e-${randomBytes(6).toString('hex')}`);
  const environment = {
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'countersign.db')}`,
    DEMO: '0',
    WORKER: 'on',
  };
  return { folder, environment };
}

/** A second server as `npm start` starts one after the build: on the database of all tests unless `given` says otherwise. */
export async function startPortal(given: Record<string, string>): Promise<OwnPortal> {
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, WORKER: 'off', ...given, PORT: port, APP_ORIGIN: origin };
  const child = spawn(process.execPath, ['scripts/serve.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let said = '';
  await new Promise<void>((answers, fail) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
        if (said.includes('Countersign answers at')) answers();
      });
    child.once('close', () => fail(new Error(`the server ended: ${said}`)));
  });
  return {
    origin,
    said: () => said,
    link: /http\S+\/setup\/\S+/.exec(said)?.[0] ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
