import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { newConsent, newCustomer, testPassword } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, expectWellMade, partnerWith, test } from './fixtures';

const account = paths.account('/partner');
const prefer = (person: UserActor, chosen: Partial<UserActor['preferences']>) =>
  db.update(users).set(chosen).where(eq(users.id, person.id));
const background = (page: Page) =>
  page.evaluate(() => {
    // What the browser made of the color, whatever notation it keeps it in.
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    return (pen.getImageData(0, 0, 1, 1).data[0] ?? 0) < 128 ? 'dark' : 'light';
  });

test('a person changes their name, and is greeted by it at once', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  await page.goto(account);
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAttribute('autocomplete', 'name');
  await name.fill('visit evil.example');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('This reads like a web address.')).toBeVisible();
  await name.fill('Zoë Müller');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('banner').getByText('Zoë Müller')).toBeVisible();
  await expect(page.getByText('Saved.')).toBeVisible();
});

test('whose directory says their name cannot change it here', async ({ signedIn }) => {
  const [, admin] = await customerWith('global_admin');
  await db.update(users).set({ directoryOid: admin.id, cloudNative: true }).where(eq(users.id, admin.id));
  const page = await signedIn(admin);
  await page.goto(paths.account('/admin'));
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly', '');
  await expect(page.getByText('Your organization’s directory says what you are called.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save name' })).toHaveCount(0);
});

test('dates and numbers are those of the language and time zone that were chosen, for nobody else', async ({
  signedIn,
}) => {
  const [partner, agent, colleague] = await partnerWith('admin_agent', 'admin_agent');
  const customer = await newCustomer();
  await newConsent(customer, partner, { grantedAt: new Date('2024-03-10T23:05:00Z') });
  const page = await signedIn(agent);
  await page.goto(account);
  await page.getByLabel('Dates and numbers').selectOption({ label: 'Deutsch (Deutschland)' });
  await expect(page.getByText('1.234.567')).toBeVisible();
  await page.getByLabel('Time zone').selectOption('Europe/Berlin');
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.goto(paths.customers());
  const since = page.getByRole('row', { name: customer.tenant.name }).locator('time');
  await expect(since).toHaveText('11. März 2024');
  await expect(since).toHaveAttribute('title', /^11\. März 2024 um 00:05 MEZ$/);
  const other = await signedIn(colleague);
  await other.goto(paths.customers());
  const seen = other.getByRole('row', { name: customer.tenant.name }).locator('time');
  await expect(seen).toHaveText('Mar 10, 2024');
  await expect(seen).toHaveAttribute('title', 'March 10, 2024 at 23:05 UTC');
});

test('a number on a page that the server and the browser render is the same on both', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newCustomer();
  await newConsent(customer, partner);
  await prefer(agent, { locale: 'de-DE', timeZone: 'Europe/Berlin' });
  const page = await signedIn(agent);
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(paths.uploadDevices(customer.tenant.id));
  // A client component says this, and first the server did.
  await expect(page.getByText('1.000.000 rows').or(page.getByText('1.000.000')).first()).toBeVisible();
  await page.goto(paths.partner());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(problems).toEqual([]);
});

test('a page suggests the time zone of the device', async ({ browser }) => {
  const [, agent] = await partnerWith('admin_agent');
  const context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto(paths.signIn(account));
  await page.getByLabel('Email').fill(agent.email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Use this device’s time zone: Asia/Tokyo' }).click();
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
  await expect(page.getByRole('button', { name: 'Use this device’s time zone' })).toHaveCount(0);
  await context.close();
});

test('a theme is there at once, in every browser, without scripts, and gone with whoever chose it', async ({
  browser,
  signedIn,
}) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(account);
  expect(await background(page)).toBe('light');
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await expect.poll(() => background(page)).toBe('dark');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect.poll(() => background(page)).toBe('light');
  await page.getByLabel('Email').fill(agent.email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('banner').getByText(agent.name)).toBeVisible();
  expect(await background(page)).toBe('dark');

  const elsewhere = await browser.newContext({ colorScheme: 'light', javaScriptEnabled: false });
  await elsewhere.addCookies(await page.context().cookies());
  const still = await elsewhere.newPage();
  await still.goto(paths.customers());
  await expect(still.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(still.locator('meta[name="color-scheme"]')).toHaveAttribute('content', 'dark');
  await still.goto('/partner/nothing-here');
  await expect(still.locator('html')).toHaveAttribute('data-theme', 'dark');
  await elsewhere.close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing where somebody chose ${theme}, whatever the system says`, async ({ signedIn }) => {
    const [partner, agent] = await partnerWith('admin_agent');
    await newConsent(await newCustomer(), partner, { grantedAt: later(now(), -days(100)) });
    await prefer(agent, { theme, locale: 'ja-JP', timeZone: 'Asia/Tokyo' });
    const page = await signedIn(agent);
    await page.goto(paths.customers());
    await expectAccessible(page);
    await expectWellMade(page, account);
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    expect(await background(page)).toBe(theme);
  });
}

test('the page reads well for whoever has chosen nothing', async ({ signedIn }) => {
  const [, admin] = await customerWith('global_admin');
  await expectWellMade(await signedIn(admin), paths.account('/admin'));
});
