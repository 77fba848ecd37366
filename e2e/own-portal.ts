import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../scripts/free-port.mjs';

/** A folder for a portal of its own; whoever asks for it removes it. */
export const newFolder = (): string => join(tmpdir(), `countersign-e2e-${randomBytes(6).toString('hex')}`);

export interface Started {
  origin: string;
  /** The set-up link that this start printed; null when it printed none. */
  link: string | null;
  stop(): Promise<void>;
}

/** Serves a portal without the demo on a folder of its own, as `npm start` does after the build. */
export async function start(folder: string, more: Record<string, string> = {}): Promise<Started> {
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    PORT: port,
    APP_ORIGIN: origin,
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'countersign.db')}`,
    DEMO: '0',
    SMTP_URL: '',
    ...more,
  };
  const child: ChildProcess = spawn(process.execPath, ['scripts/serve.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let said = '';
  await new Promise<void>((answers, fail) => {
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Countersign answers at')) answers();
    });
    child.once('close', () => fail(new Error(`the server ended: ${said}`)));
  });
  return {
    origin,
    link: /http\S+\/setup\/\S+/.exec(said)?.[0] ?? null,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
