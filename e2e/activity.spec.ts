import { readFileSync } from 'node:fs';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { customerWith, expect, partnerWith, test } from './fixtures';

test('both sides find in their log what happened between them, and take it away as CSV', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  await acceptAs(admin, await newRequest(agent, { recipientEmail: admin.email, organization: customer.name }), true);

  const page = await signedIn(agent);
  await page.goto(paths.partner());
  await page.getByRole('link', { name: 'Activity', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity log' })).toBeVisible();
  const events = page.getByRole('list', { name: 'Events, latest first' }).getByRole('listitem');
  await expect(events.first()).toContainText(`Gave ${partner.name} consent to act for ${customer.name}`);
  await expect(events.first()).toContainText(admin.name);

  await page.getByLabel('Customer or partner').fill(customer.name);
  await page.getByLabel('Action').selectOption({ label: 'Consent granted' });
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(/action=consent\.granted/);
  await expect(events).toHaveCount(1);
  await events.first().getByText('Gave').click();
  await expect(events.first().getByText('Hash', { exact: true })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const lines = readFileSync(await (await downloading).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(customer.name);
  await page.getByRole('link', { name: 'Clear filter' }).click();
  await expect(page.getByLabel('Customer or partner')).toHaveValue('');
  await expect(page.getByLabel('Action')).toHaveValue('');

  const theirs = await signedIn(admin);
  await theirs.goto(paths.activity(paths.admin(), { organization: partner.name, action: 'consent.granted' }));
  await expect(theirs.getByRole('list', { name: 'Events, latest first' }).getByRole('listitem')).toHaveCount(1);

  const refused = await signedIn(user);
  await refused.goto(paths.admin());
  await expect(refused.getByRole('link', { name: 'Activity', exact: true })).toBeHidden();
  expect((await refused.goto(paths.activity(paths.admin())))?.status()).toBe(403);
  expect((await refused.request.get(paths.activityCsv(paths.admin()))).status()).toBe(403);
});
