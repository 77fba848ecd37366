import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { goodPassword, newJoining } from '@/lib/testing/people';
import { newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test('an administrator invites somebody', async ({ signedIn }) => {
  const [tenant, owner] = await partnerWith('global_admin');
  const page = await signedIn(owner);
  await page.goto(paths.partner());
  await main(page).getByRole('link', { name: 'People' }).click();
  await title(page, 'People');
  await expect(page.getByText('Nobody is waiting to join.')).toBeVisible();
  await page.getByRole('link', { name: 'Invite a person' }).click();
  await title(page, 'Invite a person');
  await expect(page.getByLabel('Helpdesk agent', { exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Ada Byron');
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Global administrator', { exact: true }).check();
  await expect(page.getByText('This gives away every permission')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Global administrator', { exact: true }).uncheck();
  await expect(page.getByText('This gives away every permission')).toBeHidden();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('This person has an account of your organization.')).toBeVisible();
  await page.getByLabel('Email').fill(`ada@${tenant.domain}`);
  await page.getByLabel('Sales agent', { exact: true }).check();
  await page.getByRole('button', { name: 'Send invitation' }).dblclick();
  await expect(page.getByText('Invitation sent')).toBeVisible();
  await page.getByRole('link', { name: 'See everybody' }).click();
  await expect(page.getByRole('row', { name: /Ada Byron/ })).toContainText('Sales agent, helpdesk agent');
  await expectAccessible(page);
});

test('who was invited sets up the account from the mail and signs in', async ({ signedIn, page }) => {
  const [, owner] = await partnerWith('global_admin');
  const { email, mail } = await newJoining(owner, { roles: ['sales_agent'] });
  const list = await signedIn(owner);
  await list.goto(paths.people(paths.partner()));
  await page.goto(mail?.links[0] ?? '');
  expect(new URL(page.url()).pathname).toBe(paths.join());
  await title(page, 'Set up your account');
  await page.getByLabel('Your name').fill('Ada King');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Set up account' }).click();
  await expect(page.getByText('Use at least 12 characters')).toBeVisible();
  await page.getByLabel('Password').fill('passwordpassword');
  await page.getByRole('button', { name: 'Set up account' }).click();
  await expect(page.getByText('passwords that leaked')).toBeVisible();
  await expect(page.getByLabel('Password')).toHaveAttribute('autocomplete', 'new-password');
  await expectAccessible(page);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Set up account' }).dblclick();
  await expect(page.getByText('Your account is ready')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await title(page, 'Dashboard');
  await expect(main(page).getByRole('link', { name: 'People' })).toBeHidden();
  expect((await page.goto(paths.people(paths.partner())))?.status()).toBe(403);
  await page.goto(mail?.links[0] ?? '');
  await title(page, 'Your account is set up already');
  // The open page of the administrator follows by itself.
  await expect(list.getByRole('link', { name: 'Ada King' })).toBeVisible();
});

test('roles are changed, an account is disabled, enabled and removed, and each ends its sessions', async ({
  signedIn,
}) => {
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  const page = await signedIn(admin);
  const theirs = await signedIn(user);
  await theirs.goto(paths.relationships());
  await title(theirs, 'Partner relationships');
  await page.goto(paths.admin());
  await main(page).getByRole('link', { name: 'People' }).click();
  await page.getByRole('link', { name: user.name }).click();
  await title(page, user.name);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Change roles' }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByLabel('User', { exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await expect(dialog.getByText('Choose at least one role.')).toBeVisible();
  await dialog.getByLabel('Intune administrator', { exact: true }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await expect(dialog.getByText('The roles are changed.')).toBeVisible();
  await closeDone(dialog);
  await expect(page.getByRole('definition').getByText('Sees and manages the organization’s own devices')).toBeVisible();
  await theirs.goto(paths.relationships());
  await title(theirs, 'Sign in');

  await page.getByRole('button', { name: 'Disable account' }).click();
  await dialog.getByRole('button', { name: 'Disable account' }).click();
  await expect(dialog.getByText('The account is disabled.')).toBeVisible();
  await closeDone(dialog);
  await page.getByRole('button', { name: 'Enable account' }).click();
  await expect(page.getByRole('button', { name: 'Disable account' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove person' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remove person' }).click();
  await expect(dialog.getByText('is removed.')).toBeVisible();
  await closeDone(dialog);
  await title(page, 'People');
  await expect(page.getByRole('link', { name: user.name })).toBeHidden();
  await page.goto(paths.activity(paths.admin()));
  await expect(page.getByText(`Removed the account of ${user.name}`)).toBeVisible();

  await page.goto(paths.person(paths.admin(), admin.id));
  await expect(page.getByRole('button', { name: 'Disable account' })).toBeHidden();
  await page.getByRole('button', { name: 'Change roles' }).click();
  await dialog.getByLabel('Global administrator', { exact: true }).uncheck();
  await dialog.getByLabel('User', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await expect(dialog.getByText('the only administrator your organization has')).toBeVisible();
  expect(customer.id).toBe(admin.tenant.id);
});

test('another administrator of the operator takes a second person', async ({ signedIn }) => {
  const operator = await newTenant('operator');
  const first = await newPerson(operator, 'support_admin');
  const second = await newPerson(operator, 'support_admin');
  const agent = await newPerson(operator, 'support_agent');
  const page = await signedIn(first);
  await page.goto(paths.invitePerson(paths.support()));
  await expect(page.getByText('invite them as support agent first')).toBeVisible();
  await page.goto(paths.person(paths.support(), agent.id));
  await page.getByRole('button', { name: 'Change roles' }).click();
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.getByLabel('Support administrator', { exact: true }).check();
  await expect(dialog.getByText('This gives away every permission')).toBeVisible();
  await dialog.getByRole('button', { name: 'Change roles' }).click();
  await expect(dialog.getByText('Waiting for a second person')).toBeVisible();
  await closeDone(dialog);
  await expect(page.getByText('Another support administrator has to confirm it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Confirm' })).toBeHidden();

  const other = await signedIn(second);
  await other.goto(paths.support());
  await other.getByRole('button', { name: /Notifications/ }).click();
  await other.getByText(`${first.name} proposes to make ${agent.name}`).click();
  await title(other, agent.name);
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Confirm' }).click();
  const question = other.getByRole('dialog').filter({ visible: true });
  await question.getByRole('button', { name: 'Confirm' }).click();
  await expect(question.getByText('Confirmed.')).toBeVisible();
  await closeDone(question);
  await expect(other.getByRole('definition').getByText('Does what a support agent does')).toBeVisible();
});

test('dead links to join are explained, and opening one changes nothing', async ({ page }) => {
  for (const path of [
    paths.join(),
    paths.join('nonsense'),
    paths.joinLink('A'.repeat(43)),
    paths.joinLink('nonsense'),
  ]) {
    await page.goto(path);
    await title(page, 'Link not found');
  }
  await expectAccessible(page);
});
