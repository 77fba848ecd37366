import { spawn } from 'node:child_process';
import { freePort } from '../scripts/free-port.mjs';

export interface OwnPortal {
  origin: string;
  /** Everything it has printed, its log included. */
  said: () => string;
  stop: () => Promise<void>;
}

/** A second server on the database of all tests, where one needs another environment. */
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
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
