import type { Page } from '@playwright/test';
import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/db';
import { sessions, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { later, minutes } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { linkAddressOf, newIssued } from '@/lib/testing/oem-links';
import { newRequest } from '@/lib/testing/requests';
import { freePort } from '../scripts/free-port.mjs';
import { type DirectoryAccount, DirectoryServer, newAccount, ordinaryUser } from './directory-server';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';
import { type OwnPortal, startPortal } from './own-portal';

// One directory and one portal for all tests of this file, which a single worker runs.
test.describe.configure({ mode: 'default' });

let directory: DirectoryServer;
let portal: OwnPortal;
test.beforeAll(async () => {
  directory = new DirectoryServer(await freePort());
  portal = await startPortal(directory.environment);
  await directory.start(portal.origin);
});
test.afterAll(async () => {
  await portal.stop();
  await directory.stop();
});

const at = (path: string): string => portal.origin + path;
const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

function enroll(given: Partial<DirectoryAccount> = {}): DirectoryAccount {
  const account = newAccount(given);
  directory.accounts.push(account);
  return account;
}

/** Says at the directory who one is. */
async function introduce(page: Page, account: DirectoryAccount): Promise<void> {
  await page.getByLabel('Sign-in name').fill(account.preferred_username);
  await page.getByRole('button', { name: 'Next' }).click();
}

async function signIn(page: Page, account: DirectoryAccount, path: string = paths.signIn()): Promise<void> {
  await page.goto(at(path));
  await page.getByRole('button', { name: 'Continue with Microsoft' }).click();
  await introduce(page, account);
}

/** The link of a request, opened by somebody whom nobody here knows. */
async function invitation(agent: UserActor): Promise<string> {
  const { token } = await newRequest(agent);
  return paths.invitation(token);
}

const sessionsOf = ({ oid }: DirectoryAccount) =>
  db
    .select({ id: sessions.id, userId: users.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(users.directoryOid, oid), isNull(sessions.revokedAt)));

/** As if they had signed in a while ago. */
async function signedInBefore(account: DirectoryAccount, ago: number): Promise<void> {
  for (const { id } of await sessionsOf(account))
    await db
      .update(sessions)
      .set({ createdAt: later(new Date(), -ago) })
      .where(eq(sessions.id, id));
}

/** Nothing of axe in light and dark, and no sideways scrolling on a phone; the page stays as it is. */
async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('a global administrator accepts for a directory that was never here, and no more once the role is gone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const [partner, agent] = await partnerWith('admin_agent');
  const ada = enroll();
  await page.goto(at(await invitation(agent)));
  await expectGood(page);
  await page.getByRole('button', { name: 'Continue with Microsoft' }).click();
  await introduce(page, ada);
  await title(page, 'Partner relationship request');
  await expect(page.getByText(ada.preferred_username)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await title(page, 'Consent granted');

  const [, another] = await partnerWith('admin_agent');
  const link = await invitation(another);
  await page.goto(at(link));
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  ada.wids = [ordinaryUser];
  await signedInBefore(ada, minutes(16));
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in again to answer' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Accept|Decline/ })).toHaveCount(0);
  await expectGood(page);

  await page.goto(at(paths.relationships()));
  await page.getByRole('button', { name: 'End relationship' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'End relationship' }).click();
  await expect(page.getByText('You signed in more than 15 minutes ago.')).toBeVisible();
  await page.goto(at(link));

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await introduce(page, ada);
  await title(page, 'Permission required');
  await expect(page.getByText('Only a global administrator can answer, and you are not one.')).toBeVisible();
  expect(await sessionsOf(ada)).toHaveLength(1);
  await page.goto(at(paths.relationships()));
  await expect(page.getByText(partner.name).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'End relationship' })).toHaveCount(0);

  await page.goto(at(paths.directoryRefused('AccessDenied')));
  await expect(page.getByText('You did not sign in again')).toBeVisible();
  await expectGood(page);
  await page.getByRole('link', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/admin/);
});

test('a federated administrator answers a reseller, and a manufacturer only by a cloud-native account', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const cloud = enroll();
  const federated = enroll({ tid: cloud.tid, preferred_username: `ada@${cloud.tid}.example`, name: 'Ada Federated' });
  const oem = await newIssued();
  const manufacturer = paths.standingInvitation({ ...(await linkAddressOf(oem.actor)) });
  await signIn(page, federated, manufacturer);
  await title(page, 'Permission required');
  await expect(page.getByText('is not a cloud-native account')).toBeVisible();
  await expectGood(page);

  const [, agent] = await partnerWith('admin_agent');
  await page.goto(at(await invitation(agent)));
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await title(page, 'Consent granted');

  await page.context().clearCookies();
  await signIn(page, cloud, manufacturer);
  await title(page, 'Partner relationship request');
  await page.getByRole('checkbox', { name: 'Yes' }).check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await title(page, 'Consent granted');
});

test('an organization connects its directory, gives its people roles, and parts from it again', async ({
  signedIn,
  browser,
}) => {
  test.setTimeout(180_000);
  const [tenant, owner] = await partnerWith('global_admin');
  const ada = enroll({ preferred_username: `ada@${tenant.domain}` });
  const eve = enroll({
    tid: ada.tid,
    preferred_username: `eve@${tenant.domain}`,
    name: 'Eve Holt',
    wids: [ordinaryUser],
  });
  const admin = await signedIn(owner);
  const stranger = await (await browser.newContext()).newPage();

  await signIn(stranger, eve);
  await expect(stranger.getByText('Your organization has a place here already')).toBeVisible();
  await expectGood(stranger);

  await admin.goto(at(paths.people(paths.partner())));
  await admin.getByRole('link', { name: 'Directory' }).click();
  await title(admin, 'Directory');
  await expectGood(admin);
  await admin.getByRole('button', { name: 'Connect Microsoft Entra ID' }).click();
  await introduce(admin, eve);
  await expect(admin.getByText('You are not a Global Administrator of that directory.')).toBeVisible();
  await admin.getByRole('button', { name: 'Connect Microsoft Entra ID' }).click();
  await introduce(admin, ada);
  await expect(admin.getByText(`${tenant.name} is connected to its directory.`)).toBeVisible();
  await expect(admin.getByText(ada.tid)).toBeVisible();
  await expectGood(admin);

  await signIn(stranger, eve);
  await expect(stranger.getByText('has not given you a role here yet')).toBeVisible();
  await admin.goto(at(paths.people(paths.partner())));
  const row = admin.getByRole('row').filter({ hasText: 'Eve Holt' });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('cell', { name: 'Waits for a role Signs in with Microsoft' })).toBeVisible();
  await expectGood(admin);
  await admin.getByRole('link', { name: 'Eve Holt' }).click();
  await expectGood(admin);
  await admin.getByRole('button', { name: 'Change roles' }).click();
  await expect(admin.getByRole('checkbox', { name: 'Global administrator' })).toHaveCount(0);
  await admin.getByRole('checkbox', { name: 'Sales agent' }).check();
  await admin.getByRole('dialog').getByRole('button', { name: 'Change roles' }).click();
  await expect(admin.getByText('The roles are changed.')).toBeVisible();
  await signIn(stranger, eve);
  await expect(stranger).toHaveURL(at(paths.partner()));
  await stranger.goto(at(paths.account(paths.partner())));
  await expect(stranger.getByText('You sign in with Microsoft.')).toBeVisible();
  await expect(stranger.getByLabel('Present password')).toHaveCount(0);
  await expectGood(stranger);

  await admin.goto(at(paths.directory(paths.partner())));
  await admin.getByRole('button', { name: 'Disconnect directory' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Disconnect directory' }).click();
  await expect(admin.getByText('The directory is disconnected.')).toBeVisible();
  await stranger.goto(at(paths.partner()));
  await expect(stranger).toHaveURL(/\/sign-in/);
});

test('whoever began to connect and lost the session connects nothing, and signs in as nobody', async ({ signedIn }) => {
  const [, owner] = await customerWith('global_admin');
  const ada = enroll();
  const admin = await signedIn(owner);
  await admin.goto(at(paths.directory(paths.admin())));
  await admin.getByRole('button', { name: 'Connect Microsoft Entra ID' }).click();
  await expect(admin.getByLabel('Sign-in name')).toBeVisible();
  await db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, owner.sessionId));
  await introduce(admin, ada);
  await expect(admin.getByText('Your session ended while you were at Microsoft')).toBeVisible();
  expect(await sessionsOf(ada)).toEqual([]);
});

test('a directory that does not answer is explained to the operator, and to the person without details', async ({
  page,
}) => {
  await directory.stop();
  await page.goto(at(paths.signIn()));
  await page.getByRole('button', { name: 'Continue with Microsoft' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'not set up properly' });
  await expect(alert).toBeVisible();
  expect(await alert.textContent()).not.toMatch(/ENTRA|127\.0\.0\.1|ECONN/);
  await expectGood(page);
  await expect.poll(portal.said).toContain('ENTRA_ISSUER cannot be reached');
  expect(portal.said()).not.toContain('secret-of-tests');
  await directory.start(portal.origin);
});
