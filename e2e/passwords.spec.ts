import type { Page } from '@playwright/test';
import { newCredentialToken } from '@/lib/testing/accounts';
import { testPassword } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

const fresh = 'tea kettle on the roof';

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('who forgot their password asks for a link, sets a new one by it and signs in', async ({ page, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Forgot your password?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Email').fill(agent.email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await expect.poll(async () => (await mailTo(agent.email)).length).toBe(1);
  const [mail] = await mailTo(agent.email);

  await page.goto(mail?.links[0] ?? '');
  await expect(page).toHaveURL('/password/set');
  await expect(page.getByRole('heading', { level: 1, name: 'Set a new password' })).toBeVisible();
  await expectAccessible(page);
  const field = page.getByLabel('New password');
  await expect(field).toHaveAttribute('autocomplete', 'new-password');
  await field.fill('password123456');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('lists of passwords that leaked')).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(fresh);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password is set.')).toBeVisible();
  await signIn(page, agent.email, fresh);
  await expect(page).toHaveURL('/partner');

  await page.goto(mail?.links[0] ?? '');
  await expect(page.getByRole('heading', { level: 1, name: 'This link no longer works' })).toBeVisible();
  await expect(page.getByText('used already')).toBeVisible();
  await expectAccessible(page);
});

test('an address that nobody has gets the same words', async ({ page }) => {
  await page.goto('/password/forgot');
  await page.getByLabel('Email').fill('nobody@nowhere.example');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText('If there is an account with the address nobody@nowhere.example')).toBeVisible();
});

test('who was invited sets their name and first password', async ({ page }) => {
  const [, admin] = await customerWith('global_admin');
  await page.goto(`/credential/${await newCredentialToken(admin.id, 'first_password')}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Set your password' })).toBeVisible();
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Set password' }).click();
  await signIn(page, admin.email, fresh);
  await expect(page).toHaveURL('/admin');
  await expect(page.getByRole('banner').getByText('Ada Byron')).toBeVisible();
});

test('a link that is none is explained', async ({ page }) => {
  await page.goto('/credential/nothing-that-we-made');
  await expect(page.getByRole('heading', { level: 1, name: 'This link no longer works' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible();
});

test('a person changes their own password and stays signed in here, while a copied cookie is dead', async ({
  signedIn,
  browser,
}) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  await page.goto('/partner');
  const copied = await page.context().cookies();
  await page.getByRole('banner').getByText(agent.name).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Present password').first().fill('not my password');
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Present password').first().fill(testPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();

  const thief = await browser.newContext();
  await thief.addCookies(copied);
  const stolen = await thief.newPage();
  await stolen.goto('/partner');
  await expect(stolen).toHaveURL(/\/sign-in/);
  await thief.close();
});
