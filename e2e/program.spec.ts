import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { newConsent, newCustomer } from '@/lib/testing/tenants';
import { startReceiver } from '@/lib/testing/webhooks';
import { expect, partnerWith, test } from './fixtures';

/** The program itself, as it is on every machine; resolves with what it printed. */
const curl = async (...args: string[]) => (await promisify(execFile)('curl', ['-sS', ...args])).stdout;

/** What a page shows once, beside the button that copies it. */
const shown = (page: Page, label: string) =>
  page
    .getByRole('button', { name: `Copy ${label}`, exact: true })
    .locator('xpath=..')
    .locator('code')
    .textContent()
    .then(String);

test('an owner makes a client, whose program registers a thousand devices by curl and hears of it', async ({
  signedIn,
}, info) => {
  const receiver = await startReceiver();
  const [tenant, owner] = await partnerWith('global_admin');
  const customer = await newCustomer();
  await newConsent(customer, tenant);
  const page = await signedIn(owner);

  await page.goto(paths.newWebhook());
  await page.getByLabel('URL').fill(receiver.url);
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  const signingSecret = await shown(page, 'secret');

  await page.goto(paths.newApiClient());
  await page.getByLabel('Name').fill('Stock system');
  await page.getByLabel('Devices', { exact: true }).check();
  await page.getByRole('button', { name: 'Create API client' }).click();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  const clientId = await shown(page, 'client id');
  const secret = await shown(page, 'secret');

  const issued = await curl(
    `${env.APP_ORIGIN}/${tenant.id}/oauth2/token`,
    ...['-d', 'grant_type=client_credentials', '-d', `client_id=${clientId}`],
    ...['--data-urlencode', `client_secret=${secret}`],
  );
  const authorized = ['-H', `Authorization: Bearer ${JSON.parse(issued).access_token}`];

  const word = randomUUID().slice(0, 8);
  const devices = Array.from({ length: 1000 }, (_, at) => ({
    serialNumber: `${word}-${at}`,
    oemManufacturerName: 'Contoso',
    modelName: 'Atlas',
  }));
  const file = info.outputPath('devices.json');
  writeFileSync(file, JSON.stringify({ batchId: 'Fleet', devices }));
  const taken = await curl(
    ...['-i', `${env.APP_ORIGIN}/v1/customers/${customer.tenant.id}/deviceBatches`, ...authorized],
    ...['-H', 'Content-Type: application/json', '-H', `MS-RequestId: ${randomUUID()}`, '--data-binary', `@${file}`],
  );
  expect(taken).toMatch(/ 202 Accepted/);
  const job = /^location: (\S+)/im.exec(taken)?.[1] ?? '';
  const poll = async () => JSON.parse(await curl(`${env.APP_ORIGIN}/v1${job}`, ...authorized));
  await expect.poll(async () => (await poll()).status, { timeout: 30_000 }).toBe('finished');
  const { batchTrackingId, devicesStatus } = await poll();
  expect(devicesStatus.map(({ serialNumber }: { serialNumber: string }) => serialNumber)).toEqual(
    devices.map(({ serialNumber }) => serialNumber),
  );

  await page.goto(paths.upload(batchTrackingId));
  await expect(page.getByText('API client Stock system')).toBeVisible();
  await page.goto(paths.customerDevices(customer.tenant.id));
  await expect(page.getByText('1,000', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(new RegExp(`^${word}-\\d+$`)).first()).toBeVisible();
  await page.goto(paths.batches(customer.tenant.id));
  await expect(page.getByText('API client Stock system')).toBeVisible();

  // Verified by the very program that the page for developers shows.
  await page.goto(paths.developers());
  const verifier = info.outputPath('verifier.mjs');
  const code = await page.getByRole('region', { name: 'Example in JavaScript' }).textContent();
  writeFileSync(verifier, `${code}\nexport { isGenuine };\n`);
  const { isGenuine } = await import(pathToFileURL(verifier).href);
  const told = () => receiver.received.map(({ body }) => JSON.parse(body));
  await expect.poll(() => told().map(({ type }) => type)).toContain('devices.registered');
  expect(told()).toContainEqual(
    expect.objectContaining({
      type: 'devices.registered',
      data: expect.objectContaining({ uploadId: batchTrackingId, customerId: customer.tenant.id, count: 1000 }),
    }),
  );
  for (const { headers, body } of receiver.received) {
    expect(isGenuine(headers, body, signingSecret)).toBe(true);
    expect(isGenuine(headers, `${body} `, signingSecret)).toBe(false);
  }
  await receiver.stop();
});
