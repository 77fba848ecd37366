import { uuidv7 } from 'uuidv7';
import { paths } from '@/lib/paths';
import { newSupporter, pdfOf } from '@/lib/testing/conflicts';
import { newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { closeDone, customerWith, expect, expectAccessible, test } from './fixtures';

const proof = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

test('support registers Surface devices that a customer asked for, and takes them back', async ({
  signedIn,
  mailTo,
}) => {
  test.setTimeout(180_000);
  const [customer, adminPerson, clerk] = await customerWith('global_admin', 'user');
  const registrar = await newRegistrar();
  const held = `SF-${uuidv7()}`;
  await upload(registrar.actor, registrar.customerId, deviceFile(`${held},,,Microsoft Corporation,Surface Pro 9`));
  const serials = [1, 2, 3].map(() => `SF-${uuidv7()}`);
  const support = await signedIn(await newSupporter());
  await support.goto(paths.support());
  await support.getByRole('link', { name: 'Surface devices' }).click();
  await expect(support.getByRole('heading', { level: 1, name: 'Surface devices' })).toBeVisible();
  await expectAccessible(support);
  await support.getByRole('link', { name: 'Register Surface devices' }).first().click();
  await expect(support.getByRole('heading', { level: 1, name: 'Register Surface devices' })).toBeVisible();

  const send = support.getByRole('button', { name: 'Register devices' });
  await send.click();
  const main = support.locator('#main');
  for (const problem of [
    'Give the customer’s domain or tenant id.',
    'Give the mail address of the administrator who asked.',
    'Choose the model, or type it as the firmware says it.',
    'Paste the serial numbers, one a line.',
    'Choose the invoice or the receipt of these devices.',
    'Say why',
  ])
    await expect(main.getByText(problem, { exact: false })).toBeVisible();
  await expectAccessible(support);

  await support.getByLabel('Customer').fill(customer.domain.slice(0, -4));
  await support.getByLabel('Who asked').fill(clerk.email);
  await support.getByLabel('Model').fill('Surface Pro 9');
  const csv = ['Device Serial Number,Manufacturer name', ...serials, held].map((line) => `${line}\r\n`).join('');
  await support
    .getByLabel('Read them from a CSV')
    .setInputFiles({ name: 'serials.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(main.getByText('4 serial numbers of at most 1,000.')).toBeVisible();
  await support.getByLabel('Proof of purchase').setInputFiles(proof('invoice.pdf', pdfOf('Invoice 4711')));
  await support.getByLabel('Reason').fill('Bought from a shop that registers nothing.');
  await send.click();
  await expect(main.getByText('No customer has this domain or tenant id.', { exact: false })).toBeVisible();
  await support.getByLabel('Customer').fill(customer.id.toUpperCase());
  await send.click();
  await expect(main.getByText('Nobody with this address is a global or Intune administrator')).toBeVisible();
  await support.getByLabel('Who asked').fill(adminPerson.email);
  await send.click();

  await expect(support.getByRole('heading', { level: 1, name: 'Surface registration' })).toBeVisible();
  await expect(main.getByText('Finished', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
  await expect(main.getByRole('row').filter({ hasText: serials[0] })).toContainText('Registered');
  const refused = main.getByRole('row').filter({ hasText: held });
  await expect(refused).toContainText(`Registered for ${registrar.customer.tenant.name}`);
  await expect(main.getByText(`${adminPerson.name}, ${adminPerson.email}`)).toBeVisible();
  await expectAccessible(support);
  const [download] = await Promise.all([
    support.waitForEvent('download'),
    support.getByRole('link', { name: 'Download proof' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('proof-of-purchase.pdf');
  await support.setViewportSize({ width: 390, height: 844 });
  const overhang = await support.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overhang).toBeLessThanOrEqual(0);
  await support.setViewportSize({ width: 1280, height: 800 });

  const admin = await signedIn(adminPerson);
  await admin.goto(paths.ownDevices());
  const device = admin.getByRole('row').filter({ hasText: serials[0] });
  await expect(device).toContainText('Surface');
  await expect(device).toContainText(/ support/);
  expect((await mailTo(adminPerson.email))[0]?.subject).toContain('Surface devices for your organization');
  const proofPath = paths.surfaceProof(support.url().split('/').at(-1) ?? '');
  expect((await admin.request.get(proofPath)).status()).toBe(403);
  const partner = await signedIn(registrar.actor);
  expect((await partner.request.get(proofPath)).status()).toBe(403);

  await support.getByRole('button', { name: 'Take back' }).click();
  const dialog = support.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The invoice was of somebody else.');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(dialog).toContainText('being deregistered');
  await closeDone(dialog);
  await expect(main.getByText('of its devices were deregistered', { exact: false })).toBeVisible({ timeout: 20_000 });
  await admin.reload();
  await expect(admin.getByText('No devices yet')).toBeVisible();
  await admin.goto(paths.activity(paths.admin()));
  const log = admin.locator('#main');
  await expect(log.getByText('Takes back', { exact: false }).first()).toBeVisible();
  await expect(log).not.toContainText(registrar.customer.tenant.name);
});

test('who is not of support finds no way to register Surface devices', async ({ signedIn }) => {
  const [customer, adminPerson] = await customerWith('global_admin');
  const agent = (await newRegistrar()).actor;
  const helper = await newPerson(customer, 'intune_admin');
  for (const person of [adminPerson, agent, helper]) {
    const page = await signedIn(person);
    for (const path of [paths.surfaceRegistrations(), paths.newSurfaceRegistration()]) {
      expect((await page.goto(path))?.status()).toBe(403);
    }
    const status = await page.evaluate(
      async (to) => (await fetch(to, { method: 'POST', body: new FormData() })).status,
      paths.surfaceApi(),
    );
    expect(status).toBe(403);
  }
});
