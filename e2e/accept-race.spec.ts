import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from '@playwright/test';
import { paths } from '@/lib/paths';
import { freePort } from '@/scripts/free-port.mjs';
import { startPostgres } from '@/scripts/postgres.mjs';
import { expect, test } from './fixtures';

const run = promisify(execFile);
const attempts = 1000;

interface World {
  requestId: string;
  token: string;
  cookieName: string;
  sessions: string[];
}

/** What the browser was about to send when somebody pressed Accept. */
interface Posted {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

interface Answer {
  status: number;
  decided: boolean;
  alreadyDecided: boolean;
}

async function startServer(database: string, folder: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...environment(database, folder), PORT: String(port), APP_ORIGIN: origin, WORKER: 'off' },
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await expect(async () => expect((await fetch(`${origin}/api/health`)).ok).toBe(true)).toPass({ timeout: 60_000 });
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}

const environment = (database: string, folder: string) => ({
  DATABASE_URL: database,
  DATA_DIR: folder,
  AUTH_SECRET: 'a secret that only this race shares',
  DEMO: '0',
  LOG_LEVEL: 'error',
});

async function world<Told>(database: string, folder: string, ...args: string[]): Promise<Told> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'e2e/race-world.ts', ...args], {
    env: { ...process.env, ...environment(database, folder) },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told;
}

/** Opens the link as one administrator, ticks Yes, presses Accept, and keeps what would have been sent instead of sending it. */
async function pressAccept(browser: Browser, origin: string, given: World, session: string): Promise<Posted> {
  const context = await browser.newContext({ baseURL: origin });
  try {
    await context.addCookies([{ name: given.cookieName, value: session, url: origin }]);
    const page = await context.newPage();
    await page.goto(paths.invitation(given.token));
    await page.getByLabel('Yes', { exact: true }).check();
    const isAnswer = (data: string | null) => data?.includes('"shown"') ?? false;
    await page.route('**/*', (route) =>
      route.request().method() === 'POST' && isAnswer(route.request().postData()) ? route.abort() : route.continue(),
    );
    const [posted] = await Promise.all([
      page.waitForRequest((sent) => sent.method() === 'POST' && isAnswer(sent.postData())),
      page.getByRole('button', { name: 'Accept' }).click(),
    ]);
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const { pathname, search } = new URL(posted.url());
    const headers = { ...posted.headers(), cookie: cookies };
    return { path: pathname + search, headers, body: posted.postDataBuffer() ?? Buffer.alloc(0) };
  } finally {
    await context.close();
  }
}

function send(origin: string, { path, headers, body }: Posted, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A page's own origin goes along, so that a second server takes the answer for one of its own pages.
    const own = { ...headers, host: new URL(origin).host, origin, 'content-length': String(body.length) };
    const asked = httpRequest(`${origin}${path}`, { method: 'POST', headers: own, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => {
        const moved = String(response.headers['x-action-redirect'] ?? '');
        resolve({
          status: response.statusCode ?? 0,
          decided: moved.includes('/decided'),
          alreadyDecided: text.includes('"why":"used"'),
        });
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const settings = [
  { name: 'one server on SQLite', engine: 'sqlite', servers: 1 },
  { name: 'two servers on one SQLite file', engine: 'sqlite', servers: 2 },
  { name: 'two servers on PostgreSQL', engine: 'postgres', servers: 2 },
] as const;

for (const { name, engine, servers } of settings) {
  test(`of ${attempts} accepts at once by ten administrators exactly one counts: ${name}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), `countersign-race-${randomBytes(3).toString('hex')}-`));
    const postgres = engine === 'postgres' ? await startPostgres() : null;
    const database = postgres ? `${postgres.url}/postgres` : `file:${join(folder, 'race.db')}`;
    const started: Awaited<ReturnType<typeof startServer>>[] = [];
    try {
      while (started.length < servers) started.push(await startServer(database, folder));
      const origins = started.map(({ origin }) => origin);
      const given = await world<World>(database, folder, 'prepare');
      const posted: Posted[] = [];
      for (const session of given.sessions) posted.push(await pressAccept(browser, origins[0] ?? '', given, session));

      const agent = new Agent({ keepAlive: true, maxSockets: 100 });
      const answers = await Promise.all(
        Array.from({ length: attempts }, (_, i) =>
          send(origins[i % origins.length] ?? '', posted[Math.floor(i / 2) % posted.length] as Posted, agent),
        ),
      );
      agent.destroy();
      expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
      expect(answers.filter(({ decided }) => decided)).toHaveLength(1);
      expect(answers.filter(({ alreadyDecided }) => alreadyDecided)).toHaveLength(attempts - 1);
      expect(await world(database, folder, 'count', given.requestId)).toEqual({
        state: 'accepted',
        consents: 1,
        grantedEvents: 1,
        receipts: { customer: 1, partner: 1 },
        mailsToPartner: 1,
      });
    } finally {
      for (const server of started) await server.stop();
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
