import type { Page } from '@playwright/test';
import { demoAddress, demoPassword, demoTenants } from '@/db/seed';
import { testPassword } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a person signs in and lands where they have business', async ({ page }) => {
  const [, agent] = await partnerWith('admin_agent');
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  // What password managers go by.
  await expect(page.getByLabel('Email')).toHaveAttribute('autocomplete', 'username');
  await expect(page.getByLabel('Password')).toHaveAttribute('autocomplete', 'current-password');
  await expectAccessible(page);
  await signIn(page, agent.email, testPassword);
  await expect(page).toHaveURL('/partner');
  await expect(page.getByRole('link', { name: 'Customers', exact: true })).toBeVisible();
  await expect(page.getByRole('banner').getByText(agent.name)).toBeVisible();
});

test('a visitor is brought back to the page they asked for', async ({ page }) => {
  const [, admin] = await customerWith('global_admin');
  await page.goto('/admin/relationships');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, admin.email, testPassword);
  await expect(page).toHaveURL('/admin/relationships');
});

test('a wrong password and an unknown name get the same words', async ({ page }) => {
  const [, agent] = await partnerWith('admin_agent');
  const words: (string | null)[] = [];
  for (const [email, password] of [
    [agent.email, 'not the password'],
    [`nobody-${agent.email}`, testPassword],
  ] as const) {
    await page.goto('/sign-in');
    await signIn(page, email, password);
    const alert = page.getByRole('alert').filter({ hasText: 'password' });
    await expect(alert).toBeVisible();
    words.push(await alert.textContent());
    await expect(page.getByLabel('Email')).toHaveValue(email);
  }
  expect(words[0]).toBe(words[1]);
});

test('an empty form says what is missing beside each field', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
});

test('signing out ends the session for every copy of its cookie', async ({ signedIn, browser }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  await page.goto('/partner');
  const copied = await page.context().cookies();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  const thief = await browser.newContext();
  await thief.addCookies(copied);
  const stolen = await thief.newPage();
  await stolen.goto('/partner');
  await expect(stolen).toHaveURL(/\/sign-in/);
  await thief.close();
});

test.describe('the accounts of the demo', () => {
  for (const tenant of demoTenants) {
    test(`of ${tenant.name} sign in`, async ({ browser }) => {
      const place = { partner: '/partner', customer: '/admin', operator: '/support' }[tenant.kind];
      for (const person of tenant.people) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto('/sign-in');
        await signIn(page, demoAddress(tenant, person), demoPassword);
        await expect(page).toHaveURL(new RegExp(`${place}$`));
        await context.close();
      }
    });
  }
});
