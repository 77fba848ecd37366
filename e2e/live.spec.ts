import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

const bell = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Set once in the page; a reload would lose it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { stillHere: true }));
const stillHere = (page: Page) => page.evaluate(() => 'stillHere' in window);

test.describe('when the customer accepts, without a reload', () => {
  test('Customers, Requests and the bell of the partner show it', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [customer, admin] = await customerWith('global_admin');
    const { token } = await newRequest(agent);
    const customers = await signedIn(agent);
    await customers.goto(paths.customers());
    const requests = await customers.context().newPage();
    await requests.goto(paths.requests());
    await expect(requests.getByRole('row', { name: 'Contoso' })).toContainText('Sent');
    await Promise.all([customers, requests].map(mark));

    const theirs = await signedIn(admin);
    await theirs.goto(paths.invitation(token));
    await expect(requests.getByRole('row', { name: 'Contoso' })).toContainText('Opened');
    await theirs.getByRole('checkbox', { name: 'Yes' }).check();
    await theirs.getByRole('button', { name: 'Accept' }).click();
    await expect(theirs.getByRole('heading', { name: 'Consent granted' })).toBeVisible();

    await expect(customers.getByRole('row', { name: customer.name })).toBeVisible();
    await expect(requests.getByRole('row', { name: 'Contoso' })).toContainText('Accepted');
    for (const page of [customers, requests]) {
      await expect(bell(page, 'Notifications, 1 unread')).toBeVisible();
      expect(await stillHere(page)).toBe(true);
    }
  });

  test('the Customers page shows it and the bell counts it', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [customer, admin] = await customerWith('global_admin');
    const link = await newRequest(agent);
    const page = await signedIn(agent);
    await page.goto(paths.customers());
    await expect(page.getByText('No customers yet')).toBeVisible();
    await expect(bell(page, 'Notifications')).toBeVisible();
    await mark(page);

    // In another process than the server: it finds this by looking.
    await acceptAs(admin, link);
    await expect(page.getByRole('row', { name: customer.name })).toBeVisible();
    await expect(bell(page, 'Notifications, 1 unread')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Customers updated' })).toBeAttached();
    expect(await stillHere(page)).toBe(true);
  });

  test('an answer that comes late does not take back what a later one said', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [, admin] = await customerWith('global_admin');
    const link = await newRequest(agent);
    const page = await signedIn(agent);
    let letGo = () => undefined as unknown;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let asked = 0;
    await page.route(`**${paths.notificationsApi()}`, async (route) => {
      const first = ++asked === 1;
      const response = await route.fetch();
      if (first) await held;
      await route.fulfill({ response });
    });
    await page.goto(paths.requests());
    await expect(page.getByRole('row', { name: 'Contoso' })).toContainText('Sent');
    await newRequest(agent);
    await expect(() => expect(asked).toBe(1)).toPass();
    await acceptAs(admin, link);
    await expect(bell(page, 'Notifications, 1 unread')).toBeVisible();
    const late = page.waitForResponse(`**${paths.notificationsApi()}`);
    letGo();
    await late;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(bell(page, 'Notifications, 1 unread')).toBeVisible();
  });

  test('what was typed, and the focus, stay', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [customer, admin] = await customerWith('global_admin');
    const link = await newRequest(agent);
    const page = await signedIn(agent);
    await page.goto(paths.customers());
    await page.getByLabel('Search by name or domain').pressSequentially('half a wo');
    await acceptAs(admin, link);
    await expect(page.getByRole('row', { name: customer.name })).toBeVisible();
    await page.keyboard.type('rd');
    await expect(page.getByLabel('Search by name or domain')).toHaveValue('half a word');
  });

  test('also where streams do not get through', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [customer, admin] = await customerWith('global_admin');
    const link = await newRequest(agent);
    const page = await signedIn(agent);
    await page.route('**/api/events?*', (route) => route.abort());
    const asked = page.waitForResponse(/\/api\/events\/missed/);
    await page.goto(paths.customers());
    await asked;
    await acceptAs(admin, link);
    await expect(page.getByRole('row', { name: customer.name })).toBeVisible({ timeout: 20_000 });
  });

  test('a page that was away catches up when it is seen again', async ({ signedIn }) => {
    const [, agent] = await partnerWith('admin_agent');
    const [customer, admin] = await customerWith('global_admin');
    const link = await newRequest(agent);
    const page = await signedIn(agent);
    await page.goto(paths.customers());
    const see = (visible: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, !visible);
    await see(false);
    await acceptAs(admin, link);
    await expect(page.getByText('No customers yet')).toBeVisible();
    await see(true);
    await expect(page.getByRole('row', { name: customer.name })).toBeVisible();
  });
});

test('the bell shows what happened, leads there, and is read', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  const names: string[] = [];
  for (let count = 0; count < 2; count++) {
    const [customer, admin] = await customerWith('global_admin');
    await acceptAs(admin, await newRequest(agent));
    names.push(customer.name);
  }
  await page.goto(paths.customers());
  await bell(page, 'Notifications, 2 unread').click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  const newest = panel.getByRole('link', { name: `${names[1]} accepted your request.` });
  await expect(newest).toBeVisible();
  await expectAccessible(page);
  await newest.click();
  await expect(page.getByRole('heading', { level: 1, name: names[1] })).toBeVisible();
  await expect(panel).toBeHidden();
  await bell(page, 'Notifications, 1 unread').press('Enter');
  const markAll = panel.getByRole('button', { name: 'Mark all as read' });
  await markAll.press('Enter');
  await expect(bell(page, 'Notifications')).toBeAttached();
  await expect(markAll).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(bell(page, 'Notifications')).toBeFocused();
});

test('the page of notifications lists them and keeps the switches', async ({ signedIn, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [customer, admin] = await customerWith('global_admin');
  const page = await signedIn(agent);
  await page.goto(paths.notifications(paths.partner()));
  await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible();
  await expect(page.getByText('No notifications yet')).toBeVisible();
  const accepted = (way: string) => page.getByRole('checkbox', { name: `A request you sent is accepted: ${way}` });
  await accepted('by mail').uncheck();
  await page.getByRole('button', { name: 'Save choices' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);

  await acceptAs(admin, await newRequest(agent));
  const told = page.getByRole('link', { name: `${customer.name} accepted your request.` });
  await expect(told).toBeVisible();
  expect(await mailTo(agent.email)).toEqual([]);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('Unread', { exact: true })).toBeHidden();
  await expect(bell(page, 'Notifications')).toBeVisible();

  await page.reload();
  await expect(accepted('by mail')).not.toBeChecked();
  await expect(accepted('in the portal')).toBeChecked();
});

test('a stream ends with the session, and the open page stays as it is', async ({ signedIn, browser }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  await page.goto(paths.customers());
  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await elsewhere.newPage();
  await other.goto(paths.customers());
  const refused = page.waitForResponse((answer) => answer.url().includes(paths.events()) && answer.status() === 401);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await refused;
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await elsewhere.close();
});
