import { rmSync } from 'node:fs';
import { paths } from '@/lib/paths';
import { goodPassword } from '@/lib/testing/people';
import { enrollApp } from './enroll-app';
import { expect, expectAccessible, test } from './fixtures';
import { newFolder, start } from './own-portal';

test('a portal without the demo is closed until the printed link has set it up', async ({ page }) => {
  test.setTimeout(150_000);
  const folder = newFolder();
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
    await enrollApp(page);
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
