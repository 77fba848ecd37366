import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { repairDevice } from '@/lib/devices/repair-device';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { askRemoval } from '@/lib/support/ask-removal';
import { searchAnything } from '@/lib/support/search-queries';
import { newProgram } from '@/lib/testing/api-calls';
import { heldBy, newConflict, newSupporter } from '@/lib/testing/conflicts';
import { newInvitation } from '@/lib/testing/invitations';
import { newApplication } from '@/lib/testing/oem-links';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { suspend } from '@/lib/testing/suspensions';
import { newConsent, newCustomer, newPartner, newTenant } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, expectWellMade, partnerWith, test } from './fixtures';

test.describe.configure({ timeout: 180_000 });
test.use({ actionTimeout: 15_000 });

/** What every page of support has at hand. */
async function search(page: Page, text: string): Promise<void> {
  await page.goto(paths.support());
  await page.getByRole('searchbox', { name: 'Search anything' }).fill(text);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

const title = (page: Page, name: string) =>
  expect(page.locator('#main').getByRole('heading', { level: 1, name })).toBeVisible();
const found = (page: Page, kind: string) =>
  page.locator('#main section').filter({ has: page.getByRole('heading', { level: 2, name: kind, exact: true }) });

/** The id of the one device that begins with this. */
async function deviceId(supporter: Awaited<ReturnType<typeof newSupporter>>, serial: string): Promise<string> {
  const { groups } = await searchAnything(supporter, { q: serial });
  return groups.find(({ kind }) => kind === 'device')?.rows[0]?.id ?? '';
}

const hardware = (serial: string) => ({ serial, manufacturer: 'Contoso', model: 'Atlas', hash: '' });

test('support finds organizations, people and devices by what they are called, and opens them', async ({
  signedIn,
}) => {
  const supporter = await newSupporter();
  const { holder, serial } = await newConflict();
  const { actor, customer, customerId, partner } = holder;
  const [before, after] = [await heldBy(holder), `B-${uuidv7()}`];
  const productKey = String(Math.floor(1e12 + Math.random() * 8e12));
  const id = await deviceId(supporter, before);
  await repairDevice(actor, { customerId, deviceId: id, ...hardware(after), productKey, reason: 'New board' });
  const page = await signedIn(supporter);

  await search(page, partner.name.toUpperCase());
  await expectAccessible(page);
  await found(page, 'Organization').getByRole('link', { name: partner.name }).click();
  await title(page, partner.name);
  await search(page, customer.tenant.domain);
  await found(page, 'Organization').getByRole('link', { name: customer.tenant.name }).click();
  await title(page, customer.tenant.name);
  await search(page, actor.email);
  await found(page, 'Person').getByRole('link', { name: actor.name }).click();
  await title(page, partner.name);

  await search(page, serial);
  await found(page, 'Device').getByRole('link', { name: serial }).click();
  await title(page, serial);
  await expect(page.getByRole('heading', { name: 'Who asked for its release' })).toBeVisible();
  for (const [text, called] of [
    [productKey, after],
    [before, before],
  ] as const) {
    await search(page, text);
    await found(page, 'Device').getByRole('link', { name: called }).click();
    await title(page, after);
    expect(new URL(page.url()).pathname).toBe(paths.supportDevice(id));
  }
  await expect(page.locator('#main').getByText(before, { exact: false }).first()).toBeVisible();
});

test('support opens whatever has an id by it, and each leads to the organizations it is about', async ({
  signedIn,
}) => {
  const { holder, asker, uploadId, conflictId } = await newConflict();
  const { customer, partner } = asker;
  const { tenant: oem, applicationId } = await newApplication();
  const consentId = await newConsent(customer, oem, { kind: 'oem' });
  const removal = await askRemoval(customer.admin, { consentId, reason: 'No longer needed' });
  const link = await newRequest(asker.actor, { recipientEmail: customer.admin.email });
  await acceptAs(customer.admin, link);
  const [receipt] = await receiptsOfRequest(asker.actor, { requestId: link.requestId });
  const suspended = await suspend((await newPartner('direct')).tenant.id);
  const provider = await newPartner('indirect_provider', 'global_admin');
  const invitation = await newInvitation(provider.actor);
  const page = await signedIn(await newSupporter());
  for (const [id, path, heading] of [
    [partner.id, paths.supportTenant(partner.id), partner.name],
    [link.requestId, paths.supportRequest(link.requestId), 'Request to Ada Lovelace'],
    [receipt?.id ?? '', paths.supportRequest(link.requestId), 'Request to Ada Lovelace'],
    [uploadId, paths.supportUpload(uploadId), 'Device file'],
    [consentId, paths.supportConsent(consentId), 'Consent'],
    [suspended.id, paths.suspension(suspended.id), 'Suspension'],
    [invitation.id, paths.supportTenant(provider.tenant.id), provider.tenant.name],
    [conflictId, paths.supportConflict(conflictId), 'Conflict about'],
    [applicationId, paths.oemLink(applicationId), 'Consent link of an OEM'],
    [removal.ok ? removal.id : '', paths.removal(removal.ok ? removal.id : ''), 'Removal request'],
  ] as const) {
    await search(page, id.toUpperCase());
    await title(page, heading);
    expect(new URL(page.url()).pathname).toBe(path);
  }
  const main = page.locator('#main');
  await main.getByRole('link', { name: oem.name }).click();
  await title(page, oem.name);
  await main.getByRole('link', { name: 'Link application' }).click();
  await title(page, 'Consent link of an OEM');
  await page.goto(paths.supportConflict(conflictId));
  for (const { name } of [partner, customer.tenant, holder.partner, holder.customer.tenant])
    await expect(main.getByRole('link', { name, exact: true })).toBeVisible();
  await main.getByRole('link', { name: holder.customer.tenant.name, exact: true }).click();
  await title(page, holder.customer.tenant.name);
});

test('support finds what an API call did by its MS-RequestId', async ({ signedIn }) => {
  const customer = await newCustomer();
  const program = await newProgram((request) => fetch(request), { origin: env.APP_ORIGIN });
  await newConsent(customer, program.tenant);
  const requestId = uuidv7();
  const device = { serialNumber: `S-${uuidv7()}`, oemManufacturerName: 'Contoso', modelName: 'Atlas' };
  const taken = await program.ask('POST', `/customers/${customer.tenant.id}/deviceBatches`, {
    body: { batchId: 'Spring', devices: [device] },
    headers: { 'MS-RequestId': requestId },
  });
  expect(taken.status).toBe(202);
  const page = await signedIn(await newSupporter());
  await search(page, requestId);
  await expect(page.getByRole('heading', { level: 2, name: 'Events of this call' })).toBeVisible();
  await expectAccessible(page);
  await expect(found(page, 'API client').getByRole('link', { name: 'Stock system' })).toBeVisible();
  await found(page, 'Upload').getByRole('link', { name: 'Upload of an API client' }).click();
  await title(page, 'Upload of an API client');
});

test('a search for nothing says what can be searched for, and one that finds nothing, too', async ({ signedIn }) => {
  const page = await signedIn(await newSupporter());
  await search(page, '');
  await expect(page.getByText('What are you looking for?')).toBeVisible();
  await expect(page.getByText('Type two characters or more.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  for (const none of [uuidv7(), `nobody-${uuidv7()}`]) {
    await search(page, none);
    await expect(page.getByText('Nothing was found')).toBeVisible();
    await expect(page.getByText('the beginning of an organization’s name', { exact: false })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search anything' })).toHaveValue(none);
  }
  await expectWellMade(page, paths.supportSearch(uuidv7()));
});

test('support sends a request again and cancels it; the partner is told and reads why', async ({
  signedIn,
  mailTo,
}) => {
  const [partner, senderPerson] = await partnerWith('admin_agent');
  const recipientEmail = `${uuidv7()}@nobody.example`;
  const { requestId } = await newRequest(senderPerson, { recipientEmail });
  const support = await signedIn(await newSupporter());
  const sender = await signedIn(senderPerson);
  await sender.goto(paths.partner());
  const [lost, wrong] = ['The recipient lost the mail and called us.', 'It went to somebody who left.'];

  await search(support, recipientEmail);
  await found(support, 'Consent request').getByRole('link').click();
  await title(support, 'Request to Ada Lovelace');
  await support.getByRole('button', { name: 'Resend' }).click();
  const dialog = support.getByRole('dialog');
  const resend = dialog.getByRole('button', { name: 'Resend' });
  await resend.click();
  await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(support);
  await dialog.getByLabel('Reason').fill(lost);
  await resend.click();
  await expect(dialog).toContainText('The mail with the new link is on its way.');
  await closeDone(dialog);
  await expect.poll(async () => (await mailTo(recipientEmail)).length).toBe(1);
  await expect(support.locator('#main')).toContainText('Superseded');
  expect(await support.content()).not.toContain('/invitation/');

  await search(support, recipientEmail);
  const both = found(support, 'Consent requests');
  await expect(both.getByRole('listitem')).toHaveCount(2);
  await both.getByRole('listitem').filter({ hasText: 'Sent' }).getByRole('link').click();
  await title(support, 'Request to Ada Lovelace');
  expect(support.url()).not.toContain(requestId);
  await support.getByRole('button', { name: 'Cancel request' }).click();
  await dialog.getByLabel('Reason').fill(wrong);
  await dialog.getByRole('button', { name: 'Cancel request' }).click();
  await expect(dialog).toContainText(`The request is canceled, and ${partner.name} is told.`);
  await closeDone(dialog);
  await expect(support.locator('#main')).toContainText('Canceled');
  for (const name of ['Resend', 'Cancel request']) await expect(support.getByRole('button', { name })).toHaveCount(0);

  await sender.getByRole('button', { name: /^Notifications, 2 unread/ }).click();
  const bell = sender.getByRole('dialog', { name: 'Notifications' });
  await expect(bell).toContainText('Support sent your request to Ada Lovelace (Contoso) again, with a new link.');
  await bell.getByRole('link', { name: 'Support canceled your request to Ada Lovelace (Contoso).' }).click();
  await title(sender, 'Request to Ada Lovelace');
  await sender.goto(paths.activity(paths.partner()));
  const log = sender.locator('#main');
  for (const said of [
    `Support sent the request of ${partner.name} to Contoso again, with a new link`,
    `Support canceled the request of ${partner.name} to Contoso`,
    lost,
    wrong,
  ])
    await expect(log.getByText(said).first()).toBeAttached();
});

test('nobody but support gets to any of its pages', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  const { requestId } = await newRequest(agent);
  for (const person of [agent, admin]) {
    const page = await signedIn(person);
    for (const path of [
      paths.support(),
      paths.supportSearch(partner.name),
      paths.supportTenant(partner.id),
      paths.supportTenantRequests(partner.id),
      paths.supportRequest(requestId),
      paths.suspensions(),
      paths.oemLinks(),
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This is not your place');
    }
    await expectAccessible(page);
  }
});

test('every page of support is well made', async ({ signedIn }) => {
  const supporter = await newSupporter();
  const { holder, asker, uploadId } = await newConflict();
  const { tenant: oem, applicationId } = await newApplication();
  const consentId = await newConsent(asker.customer, oem, { kind: 'oem' });
  const { requestId } = await newRequest(asker.actor, { organization: 'A'.repeat(50) });
  const id = await deviceId(supporter, await heldBy(holder));
  const gone = await deviceId(supporter, await heldBy(holder));
  await deregisterDevices(holder.actor, { customerId: holder.customerId, deviceIds: [gone] });
  const suspended = await suspend(holder.partner.id);
  const operator = await newTenant('operator');
  const page = await signedIn(supporter);
  for (const path of [
    paths.supportSearch(asker.partner.name),
    paths.supportTenant(asker.partner.id),
    paths.supportTenant(holder.partner.id),
    paths.supportTenant(oem.id),
    paths.supportTenant(asker.customerId),
    paths.supportTenant(operator.id),
    paths.supportTenantCustomers(asker.partner.id),
    paths.supportTenantCustomers(asker.partner.id, { q: 'nobody has this name' }),
    paths.supportTenantRequests(asker.partner.id),
    paths.supportDevice(id),
    paths.supportDevice(gone),
    paths.supportRequest(requestId),
    paths.supportUpload(uploadId),
    paths.supportConsent(consentId),
    paths.oemLinks(),
    paths.oemLinks({ show: 'closed' }),
    paths.oemLink(applicationId),
    paths.suspensions(),
    paths.suspensions({ show: 'active' }),
    paths.suspension(suspended.id),
    paths.surfaceRegistrations(),
    paths.newSurfaceRegistration(),
    paths.account(paths.support()),
    paths.supportTenant(uuidv7()),
  ])
    await expectWellMade(page, path);
});
