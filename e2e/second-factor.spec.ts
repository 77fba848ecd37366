import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { codeOf, withApp } from '@/lib/testing/factors';
import { testPassword } from '@/lib/testing/tenants';
import { shownKey } from './enroll-app';
import { customerWith, expect, expectAccessible, expectWellMade, test } from './fixtures';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

async function password(page: Page, email: string): Promise<void> {
  await page.goto(paths.signIn());
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const codeField = (page: Page) => page.getByLabel('Code', { exact: true });

/** A code works once, so who signs in again waits for the next; here its time is said. */
const laterCode = (secret: string) => codeOf(secret, new Date(Date.now() + 30_000));

test('a person sets up an authenticator app, and signing in asks for its code', async ({ page, signedIn, mailTo }) => {
  const [, person] = await customerWith('user');
  const own = await signedIn(person);
  await own.goto(paths.account(paths.admin()));
  await own.getByRole('link', { name: 'Set up an authenticator app' }).click();
  await title(own, 'Set up an authenticator app');
  await expect(own.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = await shownKey(own);
  await expect(codeField(own)).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(codeField(own)).toHaveAttribute('inputmode', 'numeric');
  await expect(own.getByLabel('Present password')).toHaveAttribute('autocomplete', 'current-password');
  await expectAccessible(own);
  await codeField(own).fill('12345');
  await own.getByLabel('Present password').fill('not the password');
  await own.getByRole('button', { name: 'Set up app' }).click();
  await expect(own.getByText('Enter the 6 digits that the app shows.')).toBeVisible();
  await codeField(own).fill(codeOf(secret));
  await own.getByRole('button', { name: 'Set up app' }).click();
  await expect(own.getByText('This is not your present password.')).toBeVisible();
  await own.getByLabel('Present password').fill(testPassword);
  await own.getByRole('button', { name: 'Set up app' }).click();
  const codes = own.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  await expectAccessible(own);
  const recovery = (await codes.first().textContent()) ?? '';
  await own.getByRole('link', { name: 'I have kept them: continue' }).click();
  await expect(own.getByText('Your authenticator app is set up.')).toBeVisible();
  await expect(own.getByText('10 of 10 left')).toBeVisible();
  expect((await mailTo(person.email))[0]?.subject).toBe('An authenticator app was set up for your account');

  await password(page, person.email);
  await title(page, 'Second step');
  await expect(codeField(page)).toHaveAttribute('autocomplete', 'one-time-code');
  await expectAccessible(page);
  // Nothing is open before the second step.
  await page.goto(paths.admin());
  await title(page, 'Second step');
  await codeField(page).fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('This code is wrong or was used before.')).toBeVisible();
  await codeField(page).fill(laterCode(secret));
  await page.getByRole('button', { name: 'Continue' }).dblclick();
  await expect(page).toHaveURL(paths.admin());

  await page.getByRole('button', { name: 'Sign out' }).click();
  await password(page, person.email);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/admin$/);
  await page.goto(paths.account(paths.admin()));
  await expect(page.getByText('9 of 10 left')).toBeVisible();
  await page.getByRole('button', { name: 'Remove authenticator app' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present password').fill(testPassword);
  await dialog.getByRole('button', { name: 'Remove authenticator app' }).click();
  await expect(page.getByText('Your authenticator app is removed.')).toBeVisible();
  // That ended the other browser's session.
  await own.goto(paths.admin());
  await title(own, 'Sign in');
});

test('whoever begins to sign in can go back and do it as somebody else', async ({ page }) => {
  const [, person, other] = await customerWith('user', 'user');
  await withApp(person);
  await password(page, person.email);
  await title(page, 'Second step');
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await title(page, 'Sign in');
  await password(page, other.email);
  await expect(page).toHaveURL(/admin$/);
  await expect(page.getByRole('banner').getByText(other.name)).toBeVisible();
});

test('a person adds a passkey and signs in with it', async ({ page, signedIn }) => {
  const [, person] = await customerWith('user');
  const own = await signedIn(person);
  const client = await own.context().newCDPSession(own);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await own.goto(paths.account(paths.admin()));
  await own.getByRole('button', { name: 'Add a passkey' }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByLabel('Name of the passkey').fill('Work laptop');
  await dialog.getByLabel('Present password').fill(testPassword);
  await dialog.getByRole('button', { name: 'Add passkey' }).click();
  await expect(dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(own.getByText('Your passkey is added.')).toBeVisible();
  await expect(own.getByText('Work laptop').first()).toBeVisible();
  await expectWellMade(own, paths.account(paths.admin()));
  await own.getByRole('button', { name: 'Sign out', exact: true }).click();

  await title(own, 'Sign in');
  await own.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(own).toHaveURL(/admin$/);

  // With a password, the passkey is the second step.
  await own.getByRole('button', { name: 'Sign out', exact: true }).click();
  await password(own, person.email);
  await title(own, 'Second step');
  await own.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(own).toHaveURL(/admin$/);

  // A browser without it gets no further than the sentence.
  await page.goto(paths.signIn());
  const bare = await page.context().newCDPSession(page);
  await bare.send('WebAuthn.enable');
  await bare.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
  });
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('No passkey was used')).toBeVisible();
});

test('an administrator resets the second factor of somebody who lost it', async ({ signedIn, page, mailTo }) => {
  const [, admin, person] = await customerWith('global_admin', 'user');
  await withApp(person);
  const own = await signedIn(admin);
  await own.goto(paths.person(paths.admin(), person.id));
  await own.getByRole('button', { name: 'Reset second factor' }).click();
  const dialog = own.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reset second factor' }).click();
  await expect(dialog.getByText('The second factor is reset.')).toBeVisible();
  expect((await mailTo(person.email))[0]?.subject).toBe('Your second factor was reset');
  await password(page, person.email);
  await expect(page).toHaveURL(/admin$/);
});
