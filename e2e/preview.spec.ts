import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { uploads } from '@/db/schema';
import { paths } from '@/lib/paths';
import { newConsent, newPerson, newTenant } from '@/lib/testing/tenants';
import { workbookOf } from '@/lib/testing/workbooks';
import { expect, expectAccessible, partnerWith, test } from './fixtures';

const samples = join(process.cwd(), '../shared/samples');
const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';

/** An agent's browser on the upload page of a customer of its own. */
async function atUpload(signedIn: (person: Awaited<ReturnType<typeof newPerson>>) => Promise<Page>) {
  const [partner, agent] = await partnerWith('admin_agent');
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  const page = await signedIn(agent);
  await page.goto(paths.uploadDevices(customer.id));
  const serial = (at: number) => `PRE${customer.id.slice(-6).toUpperCase()}${at}`;
  return { page, customer, serial };
}

const choose = (page: Page, name: string, content: string | Buffer) =>
  page.getByLabel('Device file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

/** The figures of the preview, or of a finished upload, by their names. */
const figure = (page: Page, name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('definition');

const registerButton = (page: Page) => page.getByRole('button', { name: /^Register/ });
const uploadsOf = (customerId: string) => db.select().from(uploads).where(eq(uploads.customerId, customerId));

test('a preview counts, is corrected in place, and registers what it says', async ({ signedIn }) => {
  const { page, customer, serial } = await atUpload(signedIn);
  const rows = Array.from({ length: 30 }, (_, at) => `${serial(at)},,,Contoso,Atlas 13`);
  await choose(page, 'devices.csv', [header, rows[0], ''].join('\r\n'));
  await registerButton(page).click();
  await expect(figure(page, 'Registered')).toHaveText('1');
  await page.goto(paths.uploadDevices(customer.id));

  const faulty = [`${serial(40)},,,Contoso,`, `${serial(1)},,,Contoso,Atlas 13`, `${serial(41)},1.23457E+12,,,`];
  await choose(page, 'devices.csv', [header, ...rows, ...faulty, ''].join('\r\n'));
  await expect(figure(page, 'New')).toHaveText('29');
  await expect(figure(page, 'Already registered')).toHaveText('1');
  await expect(figure(page, 'Rejected')).toHaveText('3');
  await expect(registerButton(page)).toHaveText('Register 29 devices');
  const list = page.getByRole('region', { name: 'Rows of the file' });
  const first = list.getByRole('listitem').first();
  await expect(first).toContainText('Row 31');
  await expect(first).toContainText('Device model');
  await expectAccessible(page);

  await page.getByLabel('Device model of row 31').fill('Atlas 14');
  await page.getByLabel('Device model of row 31').press('Enter');
  await expect(registerButton(page)).toHaveText('Register 30 devices');
  await expect(page.getByLabel('Device model of row 31')).toBeFocused();
  await page.getByRole('button', { name: 'Leave out row 33' }).click();
  await expect(figure(page, 'Rejected')).toHaveText('1');
  await expect(figure(page, 'Left out')).toHaveText('1');
  await page.getByLabel('Register all rows or none').check();
  await expect(registerButton(page)).toHaveText('Register all or nothing');
  await page.getByLabel('Register the rows without faults').check();
  expect(await uploadsOf(customer.id)).toHaveLength(1);

  await page.getByLabel('Group tag').fill('Sales');
  await page.getByLabel('Order number').fill('PO-2026-17');
  await registerButton(page).click();
  await expect(figure(page, 'Registered')).toHaveText('30');
  await expect(figure(page, 'Unchanged')).toHaveText('1');
  await expect(figure(page, 'Rejected')).toHaveText('1');
  await page.goto(paths.customerDevices(customer.id, { q: serial(40) }));
  await expect(page.getByRole('table').getByText('Atlas 14').first()).toBeVisible();
  await expect(page.getByRole('table').getByText('Sales').first()).toBeVisible();
  await page
    .getByRole('link', { name: serial(40), exact: true })
    .first()
    .click();
  await expect(page.getByText('PO-2026-17')).toBeVisible();
});

test.describe('columns that are not understood', () => {
  test('are named once, with samples beside them, and known the next time', async ({ signedIn }) => {
    const { page, customer, serial } = await atUpload(signedIn);
    const sample = readFileSync(join(samples, '05-spreadsheet-semicolon-windows1252.csv'), 'latin1');
    // The sample's devices belong to whoever registers them first.
    const ours = (from: number) => Buffer.from(sample.replaceAll('N-000', `${serial(from)}-`), 'latin1');
    await choose(page, 'devices.csv', ours(1));
    await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeVisible();
    await expect(page.getByLabel('Seriennummer')).toHaveValue('serial');
    await expect(page.getByLabel('Device model')).toHaveValue('model');
    await expect(page.getByText(/Mü.*-0/).first()).toBeVisible();
    await expectAccessible(page);
    await registerButton(page).click();
    await expect(page.getByText('Confirm what the columns mean')).toBeVisible();
    await page.getByRole('button', { name: 'Use these columns' }).click();
    await expect(page.getByText('Windows-1252, separated by semicolons')).toBeVisible();
    await registerButton(page).click();
    await expect(figure(page, 'Registered')).toHaveText('6');

    await page.goto(paths.uploadDevices(customer.id));
    await choose(page, 'devices.csv', ours(2));
    await expect(registerButton(page)).toHaveText('Register 6 devices');
    await expect(page.getByText('Serial number (Seriennummer)')).toBeVisible();
  });
});

test('a file without a header is asked about, never assumed', async ({ signedIn }) => {
  const { page, serial } = await atUpload(signedIn);
  await choose(page, 'devices.csv', `${serial(1)},Contoso,Atlas 13\r\n${serial(2)},Contoso,Atlas 13\r\n`);
  await expect(page.getByText('It looks as if this file has no header')).toBeVisible();
  await expect(page.getByLabel('A device', { exact: true })).toBeChecked();
  await expect(page.getByLabel('Column 1')).toHaveValue('serial');
  await page.getByRole('button', { name: 'Use these columns' }).click();
  await expect(registerButton(page)).toHaveText('Register 2 devices');
  await registerButton(page).click();
  await expect(figure(page, 'Registered')).toHaveText('2');
});

test('an Excel workbook is read like CSV', async ({ signedIn }) => {
  const { page, serial } = await atUpload(signedIn);
  const rows = [
    ['Serial number', 'Manufacturer', 'Model', 'Shelf'],
    [serial(1), 'Müller', 'Atlas', 7],
    [],
    [serial(2), '', ''],
  ];
  await choose(page, 'devices.xlsx', workbookOf({ Cover: [[]], Devices: rows }));
  await expect(page.getByText('Excel, sheet “Devices”')).toBeVisible();
  await expect(page.getByText('Shelf', { exact: true })).toBeVisible();
  await expect(figure(page, 'Rejected')).toHaveText('1');
  await expect(page.getByText('line 4')).toBeVisible();
  await registerButton(page).click();
  await expect(figure(page, 'Registered')).toHaveText('1');
});

test('a device or two are typed in', async ({ signedIn }) => {
  const { page, customer, serial } = await atUpload(signedIn);
  await page.getByLabel('Typed in here').check();
  await registerButton(page).click();
  await expect(page.getByText('Type in a device first.')).toBeVisible();
  const first = page.getByRole('group', { name: 'Device 1' });
  await first.getByLabel('Serial number').fill(serial(1));
  await first.getByLabel('Manufacturer').fill('Contoso');
  await first.getByLabel('Model').fill('Atlas, 13');
  await page.getByRole('button', { name: 'Add a device' }).click();
  await page.getByRole('group', { name: 'Device 2' }).getByLabel('Product key').fill('123');
  await page.getByLabel('Batch name').click();
  await expect(page.getByText('A product key has 13 digits')).toBeVisible();
  await expectAccessible(page);
  await expect(registerButton(page)).toHaveText('Register 1 device');
  expect(await uploadsOf(customer.id)).toHaveLength(0);
  await page.getByRole('button', { name: 'Remove device 2' }).click();
  await registerButton(page).click();
  await expect(figure(page, 'Registered')).toHaveText('1');
});

test('a file that cannot be read says so before anything is sent', async ({ signedIn }) => {
  const { page, customer, serial } = await atUpload(signedIn);
  await page.getByLabel('Batch name').fill('Kept');
  await choose(page, 'devices.csv', Buffer.from('504b0304140000000000', 'hex'));
  await expect(page.getByText('This is a zip file, neither CSV nor an Excel workbook')).toBeVisible();
  await choose(page, 'devices.csv', `${header}\r\n${serial(1)},,,"Contoso,Atlas\r\n`);
  await expect(page.getByText('a quotation mark is opened and not closed')).toBeVisible();
  await expect(page.getByLabel('Batch name')).toHaveValue('Kept');
  expect(await uploadsOf(customer.id)).toHaveLength(0);
});

for (const [name, worker] of [
  ['never comes to an end', 'class { postMessage() {} terminate() {} }'],
  ['cannot be made in this browser', 'class { constructor() { throw new Error("no workers here"); } }'],
] as const) {
  test(`a preview that ${name} keeps nobody from registering`, async ({ signedIn }) => {
    const { page, serial } = await atUpload(signedIn);
    await page.addInitScript(`window.Worker = ${worker}`);
    await page.reload();
    await choose(page, 'devices.csv', `${header}\r\n${serial(1)},,,Contoso,Atlas 13\r\n`);
    await expect(registerButton(page)).toHaveText(/^Register (without preview|devices)$/);
    await registerButton(page).click();
    await expect(figure(page, 'Registered')).toHaveText('1');
  });
}
