import { paths } from '@/lib/paths';
import { newConsent, newPerson, newTenant } from '@/lib/testing/tenants';
import { expect, expectAccessible, partnerWith, test } from './fixtures';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
const hashOf = (seed: string) => Buffer.alloc(3000, `${seed} `).toString('base64');

test('a device that came back from repair keeps its place, and its old serial number finds it', async ({
  signedIn,
}) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const [old, beside, after] = ['OLD', 'BESIDE', 'NEW'].map((word) => `${word}-${customer.id.slice(-8)}`) as [
    string,
    string,
    string,
  ];
  const rows = [old, beside].map((serial) => `${serial},,${hashOf(serial)}\r\n`);
  const page = await signedIn(agent);
  const send = async (...lines: string[]) => {
    await page.goto(paths.uploadDevices(customer.id));
    const buffer = Buffer.from(`${header}\r\n${lines.join('')}`);
    await page.getByLabel('Device file').setInputFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: /^Register/ }).click();
    await expect(page.getByRole('table', { name: 'Rows of the file' })).toBeVisible();
  };
  await send(...rows);
  await expect(page.getByText('2 devices registered')).toBeVisible();

  await page.goto(paths.devices({ q: old }));
  await page.getByRole('link', { name: old }).click();
  await page.getByRole('link', { name: 'Replace hardware' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Replace hardware' })).toBeVisible();
  await expectAccessible(page);
  const replace = page.getByRole('button', { name: 'Replace hardware' });
  await replace.click();
  await expect(page.getByText('Say why, in a sentence.')).toBeVisible();
  await page.getByLabel('Reason').fill('Mainboard broke, case 4711');
  await replace.click();
  await expect(page.getByText('A serial number needs its manufacturer name and device model')).toBeVisible();

  const script = page.getByLabel('File of the hash script');
  await script.setInputFiles({
    name: 'two.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${header}\r\n${rows.join('')}`),
  });
  await expect(page.getByText('This file has 2 devices.')).toBeVisible();
  const one = Buffer.from(`\ufeff${header}\r\n${after},,${hashOf(after)}\r\n`, 'utf16le');
  await script.setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer: one });
  await expect(page.getByLabel('Serial number')).toHaveValue(after);
  await expect(page.getByLabel('Hardware hash')).toHaveValue(hashOf(after));
  await page.getByLabel('Serial number').fill(beside);
  await replace.click();
  await expect(page.getByText('Another device of this customer has it.')).toBeVisible();
  await page.getByLabel('Serial number').fill(after);
  await replace.click();

  await expect(page.getByRole('heading', { level: 1, name: after })).toBeVisible();
  const history = page.getByRole('listitem').filter({ hasText: 'replaced its hardware' });
  await expect(history).toContainText('Mainboard broke, case 4711');
  await expect(history).toContainText(`serial number ${old}`);
  await expect(history).toContainText(`serial number ${after}`);
  await expectAccessible(page);

  await page.goto(paths.devices({ q: old }));
  await expect(page.getByText(`${old} is now ${after}`, { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.goto(paths.customerDevices(customer.id, { q: old }));
  await page.getByRole('link', { name: after }).click();
  await expect(page.getByRole('heading', { level: 1, name: after })).toBeVisible();

  await send(...rows);
  await expect(
    page.getByText('This is the former hardware of a device that was repaired', { exact: false }),
  ).toBeVisible();
  await page.goto(paths.customerDevices(customer.id));
  await expect(page.getByRole('table', { name: 'Registered devices' }).getByRole('row')).toHaveCount(3);
});
