import { paths } from '@/lib/paths';
import { newConsent, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, expect, expectAccessible, partnerWith, test } from './fixtures';

test('devices are found, chosen on two pages and from a list, and deregistered', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const page = await signedIn(agent);
  const word = `D${customer.id.slice(-8)}`;
  const serial = (at: number) => `${word}-${String(at).padStart(3, '0')}`;
  const lines = Array.from({ length: 30 }, (_, at) => `${serial(at)},Contoso,Atlas`);
  await page.goto(paths.uploadDevices(customer.id));
  await page.getByLabel('Device file').setInputFiles({
    name: 'devices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`Device Serial Number,Manufacturer name,Device model\n${lines.join('\n')}\n`),
  });
  await page.getByLabel('Batch name').fill('Thirty');
  await page.getByRole('button', { name: /^Register/ }).click();
  await expect(page.getByText('30 devices registered')).toBeVisible();

  await page.goto(paths.devices());
  await expectAccessible(page);
  await page.getByRole('searchbox').fill(serial(7));
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('row').filter({ hasText: serial(7) })).toContainText(customer.name);
  await page.getByRole('link', { name: serial(7) }).click();
  await expect(page.getByText('registered it, by row 8', { exact: false })).toBeVisible();

  await page.goto(paths.customerDevices(customer.id));
  const exported = await page.request.get(paths.customerDevicesCsv(customer.id));
  expect((await exported.text()).trim().split('\r\n')).toHaveLength(31);
  const chosen = page.getByRole('status').filter({ hasText: 'chosen' });
  await page.getByLabel(`Choose ${serial(29)}`).check();
  await expect(chosen).toHaveText('1 device chosen');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByLabel(`Choose ${serial(0)}`).check();
  await expect(chosen).toHaveText('2 devices chosen');
  await page.getByRole('button', { name: 'Choose from a list' }).click();
  const list = page.getByRole('dialog', { name: 'Choose devices from a list' });
  await list.getByLabel('Serial numbers or product keys').fill(`${serial(10)}\n${serial(11)}, nobody`);
  await list.getByRole('button', { name: 'Find devices' }).click();
  await expect(list.getByText('2 devices are chosen now.', { exact: false })).toContainText('nobody');
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(chosen).toHaveText('4 devices chosen');

  await page.getByRole('button', { name: 'Change group tag' }).click();
  const tag = page.getByRole('dialog', { name: 'Change the group tag of 4 devices' });
  await tag.getByLabel('Group tag').fill('Field');
  await tag.getByRole('button', { name: 'Change group tag' }).click();
  await expect(page.getByText('Group tag of 4 devices changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Move to batch' }).click();
  const move = page.getByRole('dialog', { name: 'Move 4 devices to another batch' });
  await move.getByRole('button', { name: 'Move to batch' }).click();
  await expect(move.getByText('Give the batch a name.')).toBeVisible();
  await move.getByLabel('Batch name').fill('Four');
  await move.getByRole('button', { name: 'Move to batch' }).click();
  await expect(page.getByText('4 devices moved.')).toBeVisible();
  await page.getByRole('link', { name: 'Batches' }).click();
  const four = page.getByRole('row').filter({ hasText: 'Four' });
  await expect(four.getByRole('cell').first()).toHaveText('4');
  await expectAccessible(page);
  await four.getByRole('link', { name: 'Four' }).click();
  await expect(page.getByRole('table', { name: 'Registered devices' }).getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('row').filter({ hasText: serial(29) })).toContainText('Field');
  await page.getByRole('link', { name: serial(29), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: serial(29) })).toBeVisible();
  const history = page.getByRole('list').filter({ hasText: 'registered it, by row 30' });
  await expect(history).toContainText('gave it the group tag “Field”');
  await expect(history).toContainText('moved it from the batch “Thirty” to “Four”');
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('link', { name: 'Show all devices' }).click();

  const narrow = page.getByRole('search');
  await narrow.getByLabel('Group tag').fill('Field');
  await narrow.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('table', { name: 'Registered devices' }).getByRole('row')).toHaveCount(5);
  await expect(page).toHaveURL(/tag=Field/);
  await narrow.getByLabel('Batch', { exact: true }).selectOption({ label: 'Thirty' });
  await narrow.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('No device found')).toBeVisible();
  await page.getByRole('link', { name: 'Show all devices' }).click();

  await page.getByRole('button', { name: 'Deregister devices' }).click();
  const question = page.getByRole('dialog', { name: `Deregister 4 devices of ${customer.name}?` });
  await question.getByRole('button', { name: 'Deregister devices' }).click();
  await expect(question.getByText('4 devices deregistered.')).toBeVisible();
  await closeDone(question);
  await expect(chosen).toHaveText('0 devices chosen');
  await expect(page.getByText('26 in total').or(page.getByText('of 26')).first()).toBeVisible();
  await page.goto(paths.customerDevices(customer.id, { q: serial(29) }));
  await expect(page.getByText('No device found')).toBeVisible();
});
