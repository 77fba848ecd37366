import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { newConsent, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, expect, expectAccessible, partnerWith, test } from './fixtures';

const samples = join(process.cwd(), '../shared/samples');

/** An agent's browser on the upload page of a customer of its own. */
async function atUpload(signedIn: (person: Awaited<ReturnType<typeof newPerson>>) => Promise<Page>) {
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const page = await signedIn(agent);
  await page.goto(paths.uploadDevices(customer.id));
  return { page, customer };
}

async function register(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('Device file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByLabel('Batch name').fill('From a sample');
  await page.getByRole('button', { name: /^Register/ }).click();
}

/** The figures of a finished upload, by their names. */
const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition');

test.describe('the sample files', () => {
  const read = (name: string) => readFileSync(join(samples, name));

  for (const [name, registered, rejected] of [
    ['01-template-tuple.csv', 25, 0],
    ['02-template-product-keys.csv', 25, 0],
    ['03-script-utf16le.csv', 4, 0],
    ['04-collector-all-quoted-bom.csv', 3, 0],
    ['06-api-names.csv', 10, 0],
    ['07-ten-rows-three-good.csv', 3, 7],
  ] as const) {
    test(`${name}: ${registered} registered, ${rejected} rejected`, async ({ signedIn }) => {
      const { page, customer } = await atUpload(signedIn);
      await register(page, name, read(name));
      await expect(figure(page, 'Registered')).toHaveText(String(registered));
      await expect(figure(page, 'Rejected')).toHaveText(String(rejected));
      await expect(page.getByRole('link', { name: 'Download rejected rows' })).toHaveCount(rejected > 0 ? 1 : 0);
      await page.goto(paths.customerDevices(customer.id));
      const devices = page.getByRole('table', { name: 'Devices' });
      await expect(devices.getByRole('row')).toHaveCount(1 + Math.min(registered, 25));
    });
  }

  test('05-spreadsheet-semicolon-windows1252.csv: one column is mapped, then 6 registered', async ({ signedIn }) => {
    const { page, customer } = await atUpload(signedIn);
    const file = {
      name: 'devices.csv',
      mimeType: 'text/csv',
      buffer: read('05-spreadsheet-semicolon-windows1252.csv'),
    };
    await page.getByLabel('Device file').setInputFiles(file);
    await expect(page.getByLabel('Seriennummer')).toHaveValue('serial');
    await page.getByRole('button', { name: 'Use these columns' }).click();
    await page.getByRole('button', { name: 'Register 6 devices' }).click();
    await expect(figure(page, 'Registered')).toHaveText('6');
    await page.goto(paths.customerDevices(customer.id));
    await expect(page.getByText('MüN-0000').first()).toBeVisible();
  });

  test('each rejected row says why, and they can be downloaded, corrected and sent again', async ({ signedIn }) => {
    const { page, customer } = await atUpload(signedIn);
    const content = read('07-ten-rows-three-good.csv').toString().replaceAll('OK-', 'OTHER-');
    await register(page, 'faulty.csv', Buffer.from(content));
    await expect(figure(page, 'Rejected')).toHaveText('7');
    await page.getByRole('link', { name: 'Rejected', exact: true }).click();
    const rows = page.getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(8);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download rejected rows' }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file.trim().split('\r\n')).toHaveLength(8);
    expect(file).toContain('1.23457E+12');
    const key = String(4_000_000_000_000 + Math.floor(Math.random() * 1e12));
    await page.goto(paths.uploadDevices(customer.id));
    await register(page, 'rejected.csv', Buffer.from(file.replace('1.23457E+12', key)));
    await expect(figure(page, 'Registered')).toHaveText('1');
    await expect(figure(page, 'Unchanged')).toHaveText('1');
    await expect(figure(page, 'Rejected')).toHaveText('5');
    await page.goto(paths.customerDevices(customer.id, { q: key }));
    await expect(page.getByText(key)).toBeVisible();
  });
});

test('the same file again changes nothing and leads to the first upload', async ({ signedIn }) => {
  const { page, customer } = await atUpload(signedIn);
  const serial = `AGAIN-${customer.id.slice(-8)}`;
  const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';
  const file = Buffer.from(`${header}\r\n${serial},,,Contoso Devices,Atlas 13\r\n`);
  await register(page, 'one.csv', file);
  await expect(figure(page, 'Registered')).toHaveText('1');
  await page.goto(paths.uploadDevices(customer.id));
  await register(page, 'one.csv', file);
  await expect(figure(page, 'Unchanged')).toHaveText('1');
  await expect(page.getByRole('link', { name: 'See the first upload' })).toBeVisible();
});

test('what is no device list is refused beside the field, and nothing else is lost', async ({ signedIn }) => {
  const { page } = await atUpload(signedIn);
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  await register(page, 'devices.csv', picture);
  await expect(page.getByLabel('Device file')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Batch name')).toHaveValue('From a sample');
});

test('an upload is undone: its devices go, and what was told stays', async ({ signedIn }) => {
  const { page, customer } = await atUpload(signedIn);
  const serial = `E${customer.id.slice(-8)}`;
  const file = `Device Serial Number,Manufacturer name,Device model\n${serial}-1,Contoso,Atlas\n${serial}-2,Contoso,Atlas\n`;
  await register(page, 'devices.csv', Buffer.from(file));
  await expect(figure(page, 'Registered')).toHaveText('2');
  await page.getByRole('button', { name: 'Undo upload' }).click();
  const question = page.getByRole('dialog', { name: 'Undo this upload?' });
  await expect(question).toContainText(`The 2 devices it registered for ${customer.name} are deregistered.`);
  await question.getByRole('button', { name: 'Undo upload' }).click();
  await closeDone(question);
  await expect(page.getByText('2 of the 2 devices', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo upload' })).toBeHidden();
  await expect(page.getByRole('table', { name: 'Rows of the file' }).getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  await page.goto(paths.customerDevices(customer.id));
  await expect(page.getByText(`${serial}-1`)).toBeHidden();
});

test('a running upload is canceled, also after the page was closed in between', async ({ signedIn }) => {
  const { page } = await atUpload(signedIn);
  const word = `C${Date.now()}`;
  const lines = Array.from({ length: 600_000 }, (_, at) => `${word}-${at},Contoso,Atlas`);
  await register(
    page,
    'many.csv',
    Buffer.from(`Device Serial Number,Manufacturer name,Device model\n${lines.join('\n')}\n`),
  );
  await expect(page.getByRole('progressbar', { name: 'Rows done' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('progressbar', { name: 'Rows done' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel upload' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel this upload?' });
  await question.getByRole('button', { name: 'Cancel upload' }).click();
  await closeDone(question);
  await expect(page.getByText('canceled the upload after', { exact: false })).toBeVisible();
  const registered = Number((await figure(page, 'Registered').textContent())?.replaceAll(',', ''));
  expect(registered).toBeLessThan(lines.length);
  await expect(page.getByRole('button', { name: 'Undo upload' })).toHaveCount(registered > 0 ? 1 : 0);
});
