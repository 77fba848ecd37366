import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { newProfile } from '@/lib/testing/profiles';
import { newConsent, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

/** Uploads so many devices as the person would, with what is preselected. */
async function uploadDevices(page: Page, customerId: string, batch: string, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, at) => `${batch}-${customerId.slice(-8)}-${at},Contoso,Atlas`);
  await page.goto(paths.uploadDevices(customerId));
  await page.getByLabel('Device file').setInputFiles({
    name: 'devices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Device Serial Number,Manufacturer name,Device model\n${lines.join('\n')}\n`),
  });
  await page.getByLabel('Batch name').fill(batch);
  await page.getByRole('button', { name: /^Register/ }).click();
  await expect(page.getByText(`${count} devices registered`)).toBeVisible();
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an agent makes a profile, the default, gives it to uploads and a batch, and deletes it when no device has it', async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const page = await signedIn(agent);
  await uploadDevices(page, customer.id, 'Before', 2);

  await page.goto(paths.customer(customer.id));
  await page.getByRole('link', { name: 'See profiles' }).click();
  await expect(page.getByText('No profiles yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Create profile' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Front desk');
  await page.getByLabel('Skip privacy settings').check();
  await page.getByLabel('Skip license terms').check();
  await page.getByRole('button', { name: 'Create profile' }).click();
  const acceptance = page.getByText('To skip the license terms, confirm that you accept them for the customer.');
  await expect(acceptance).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(`I accept the license terms for ${customer.name}`).check();
  await page.getByRole('button', { name: 'Create profile' }).click();

  const listed = row(page, 'Front desk');
  await expect(listed).toContainText('Skip privacy settings, skip license terms');
  await listed.getByRole('button', { name: 'Make default' }).click();
  await expect(listed.getByText('Default', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto(paths.uploadDevices(customer.id));
  await expect(page.getByLabel('Profile to apply').locator('option:checked')).toHaveText('Front desk (default)');
  await uploadDevices(page, customer.id, 'After', 3);
  await expect(page.getByText('with the profile “Front desk”')).toBeVisible();

  await page.goto(paths.batches(customer.id));
  await expect(row(page, 'After')).toContainText('Front desk');
  await row(page, 'Before').getByRole('link', { name: 'Before' }).click();
  await page.getByRole('button', { name: 'Apply profile to batch' }).click();
  const apply = page.getByRole('dialog', { name: 'Apply a profile to all devices of the batch “Before”' });
  await apply.getByRole('button', { name: 'Apply profile to batch' }).click();
  await expect(page.getByText('Profile of the batch: Front desk')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: `Before-${customer.id.slice(-8)}-0` }).click();
  await expect(page.getByText(`${agent.name} gave it the profile “Front desk”`)).toBeVisible();

  await page.goto(paths.profiles(customer.id));
  await expect(listed.getByRole('cell').nth(1)).toHaveText('5');
  await listed.getByRole('button', { name: 'Delete profile' }).click();
  const question = page.getByRole('dialog', { name: 'Delete the profile “Front desk”?' });
  await question.getByRole('button', { name: 'Delete profile' }).click();
  await expect(question.getByText('It is assigned to 5 devices. Remove it from them first.')).toBeVisible();
  await question.getByRole('button', { name: 'Keep it' }).click();

  await page.goto(paths.customerDevices(customer.id));
  await page.getByRole('button', { name: 'Choose this page' }).click();
  await page.getByRole('button', { name: 'Remove profile' }).click();
  const removal = page.getByRole('dialog', { name: 'Remove the profile from 5 devices?' });
  await removal.getByRole('button', { name: 'Remove profile' }).click();
  await closeDone(removal);
  await expect(page.getByRole('table').getByText('Front desk')).toHaveCount(0);

  await page.goto(paths.profiles(customer.id));
  await listed.getByRole('button', { name: 'Delete profile' }).click();
  await question.getByRole('button', { name: 'Delete profile' }).click();
  await expect(question.getByText('The profile “Front desk” is deleted.')).toBeVisible();
  await closeDone(question);
  await expect(page.getByText('No profiles yet')).toBeVisible();
});

test('of two agents who change a profile, the second sees what the first made of it', async ({ signedIn }) => {
  const [partner, first, second] = await partnerWith('admin_agent', 'admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const profileId = await newProfile(first, customer.id);
  const [page, other] = [await signedIn(first), await signedIn(second)];
  for (const each of [page, other]) await each.goto(paths.profile(customer.id, profileId));
  await page.getByLabel('Name', { exact: true }).fill('Reception');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(row(page, 'Reception')).toBeVisible();
  await other.getByLabel('Name', { exact: true }).fill('Lobby');
  await other.getByRole('button', { name: 'Save profile' }).click();
  await expect(other.getByText('It is now “Reception”', { exact: false })).toBeVisible();
  await other.getByRole('button', { name: 'Save profile' }).click();
  await expect(row(other, 'Lobby')).toBeVisible();
});

test('an Intune administrator gives the organization’s own profile, which no partner sees', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const [customer, admin, intune] = await customerWith('global_admin', 'intune_admin');
  await newConsent({ tenant: customer, admin }, partner);
  await newProfile(agent, customer.id, { name: 'Of the partner' });
  const partners = await signedIn(agent);
  await uploadDevices(partners, customer.id, 'Own', 2);

  const page = await signedIn(intune);
  await page.goto(paths.admin());
  await page.getByRole('link', { name: 'Profiles' }).click();
  await expect(row(page, 'Of the partner')).toContainText(`Only ${partner.name} changes it`);
  await page.getByRole('link', { name: 'Create profile' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Of our own');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create profile' }).click();
  await expect(row(page, 'Of our own')).toContainText(customer.name);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Devices' }).click();
  await page.getByRole('button', { name: 'Choose this page' }).click();
  await page.getByRole('button', { name: 'Apply profile' }).click();
  const apply = page.getByRole('dialog', { name: 'Apply a profile to 2 devices' });
  await expect(apply.getByLabel('Profile').locator('option')).toHaveText(['Of our own']);
  await apply.getByRole('button', { name: 'Apply profile' }).click();
  await expect(page.getByRole('table').getByText('Of our own')).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Own-.*-0$/ }).click();
  await expect(page.getByText(`${intune.name} gave it the organization’s own profile “Of our own”`)).toBeVisible();
  await expectAccessible(page);

  for (const path of [paths.profiles(customer.id), paths.customerDevices(customer.id), paths.batches(customer.id)]) {
    await partners.goto(path);
    await expect(partners.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(partners.getByText('Of our own')).toHaveCount(0);
  }
  // Whoever decides for the organization looks, and changes nothing.
  const administrators = await signedIn(admin);
  await administrators.goto(paths.ownProfiles());
  await expect(row(administrators, 'Of our own')).toBeVisible();
  await expect(administrators.getByRole('link', { name: 'Create profile' })).toBeHidden();
});

test('a sales agent has no profiles, and a user no devices', async ({ signedIn }) => {
  const [partner, sales] = await partnerWith('sales_agent');
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  await newConsent({ tenant: customer, admin }, partner);
  const page = await signedIn(sales);
  await page.goto(paths.customer(customer.id));
  await expect(page.getByRole('link', { name: 'See devices' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'See profiles' })).toBeHidden();
  for (const path of [paths.profiles(customer.id), paths.newProfile(customer.id)])
    expect((await page.goto(path))?.status(), path).toBe(403);
  await page.goto(paths.uploadDevices(customer.id));
  await expect(page.getByLabel('Batch name')).toBeVisible();
  await expect(page.getByLabel('Profile to apply')).toBeHidden();
  const users = await signedIn(user);
  for (const path of [paths.ownDevices(), paths.ownProfiles()])
    expect((await users.goto(path))?.status(), path).toBe(403);
});
