import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '@/lib/paths';
import { goodPassword } from '@/lib/testing/people';
import { freePort } from '../scripts/free-port.mjs';
import { expect, expectAccessible, test } from './fixtures';

interface Started {
  origin: string;
  /** The set-up link that this start printed; null when it printed none. */
  link: string | null;
  stop(): Promise<void>;
}

/** Serves a portal without the demo on a folder of its own, as `npm start` does after the build. */
async function start(folder: string): Promise<Started> {
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

test('a portal without the demo is closed until the printed link has set it up', async ({ page }) => {
  test.setTimeout(150_000);
  const folder = join(tmpdir(), `countersign-e2e-${randomBytes(6).toString('hex')}`);
  const title = (name: string) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  const first = await start(folder);
  try {
    for (const path of [paths.home(), paths.signIn(), paths.partner(), paths.invitationEnded()]) {
      await page.goto(first.origin + path);
      await title('This portal is not set up yet');
    }
    await expectAccessible(page);
    const call = await page.request.get(`${first.origin}/v1/customers`);
    expect([call.status(), (await call.json()).description]).toEqual([503, expect.stringContaining('not set up yet')]);
    const token = await page.request.post(`${first.origin}/tenant/oauth2/token`, {
      form: { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b' },
    });
    expect([token.status(), (await token.json()).error]).toEqual([503, 'temporarily_unavailable']);
    expect((await page.request.get(`${first.origin}/api/health`)).status()).toBe(200);

    await page.goto(first.link ?? '');
    expect(new URL(page.url()).pathname).toBe(paths.setup());
    await title('Set up Countersign');
    await page.getByRole('button', { name: 'Set up portal' }).click();
    await expect(page.getByText('Choose a country.')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Organization').fill('Relecloud');
    await page.getByLabel('Country').selectOption('DE');
    await page.getByLabel('Domain').fill('gmail.com');
    await page.getByLabel('Your name').fill('Ada Byron');
    await page.getByLabel('Email').fill('ada@relecloud.example');
    await page.getByLabel('Password').fill(goodPassword);
    await page.getByRole('button', { name: 'Set up portal' }).click();
    await expect(page.getByText('Anybody can have an address at gmail.com')).toBeVisible();
    await page.getByLabel('Domain').fill('relecloud.example');
    await page.getByRole('button', { name: 'Set up portal' }).dblclick();
    await expect(page.getByText('The portal is set up')).toBeVisible();
    await page.goto(first.link ?? '');
    await title('This portal is set up already');
    await page.getByRole('link', { name: 'Sign in' }).first().click();
    await page.getByLabel('Email').fill('ada@relecloud.example');
    await page.getByLabel('Password').fill(goodPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' })).toBeVisible();
    await first.stop();

    const second = await start(folder);
    expect(second.link).toBeNull();
    await second.stop();
  } finally {
    await first.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
