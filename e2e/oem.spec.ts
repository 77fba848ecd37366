import type { APIRequestContext, Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { linkAddressOf, newIssued } from '@/lib/testing/oem-links';
import { acceptStandingAs } from '@/lib/testing/standing-links';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, test } from './fixtures';

/** The address that an OEM copies. */
const linkOf = async (oem: Page): Promise<string> => (await oem.locator('main code').first().textContent()) ?? '';

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

/** The same person with a sign-in name of another domain: no cloud-native account any more. */
async function elsewhere(person: UserActor): Promise<UserActor> {
  const email = person.email.replace('onmicrosoft.com', 'example');
  await db.update(users).set({ email }).where(eq(users.id, person.id));
  return { ...person, email };
}

async function askForLink(oem: Page): Promise<void> {
  await oem.getByLabel('Website').fill('www.proseware.example');
  await oem.getByLabel('Manufacturer names').fill('Proseware\nProseware Devices');
  await oem.getByRole('button', { name: 'Ask for the link' }).click();
  await expect(oem.getByText('You asked support for your link')).toBeVisible();
}

/** Opens the application of this OEM, makes sure of everything and issues its link. */
async function issueLink(support: Page, oemName: string): Promise<void> {
  await support.goto(paths.oemLinks());
  await support.getByRole('link', { name: oemName }).click();
  await expect(support.getByRole('heading', { level: 1, name: 'Consent link of an OEM' })).toBeVisible();
  await support.getByRole('button', { name: 'Issue link' }).click();
  await expect(support.getByText('Make sure of this first')).toHaveCount(4);
  await expectAccessible(support);
  for (const box of await support.getByRole('checkbox').all()) await box.check();
  await support.getByRole('button', { name: 'Issue link' }).click();
  await expect(support.getByText('Works', { exact: true })).toBeVisible();
}

/** The owner makes an API client for the OEM API; answers how it asks, with a token of its own. */
async function programOf(oem: Page, tenantId: string, request: APIRequestContext) {
  const shown = async (label: string) =>
    (await oem
      .getByRole('button', { name: `Copy ${label}`, exact: true })
      .locator('xpath=..')
      .locator('code')
      .textContent()) ?? '';
  await oem.goto(paths.newApiClient());
  await oem.getByLabel('Name').fill('Factory');
  await oem.getByRole('checkbox', { name: 'OEM', exact: true }).check();
  await oem.getByRole('button', { name: 'Create API client' }).click();
  await expect(oem.getByText('Copy the secret now')).toBeVisible();
  const [clientId, secret] = [await shown('client id'), await shown('secret')];
  const given = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
  const token = await request.post(`${env.APP_ORIGIN}/${tenantId}/oauth2/token`, { form: given });
  expect(token.status()).toBe(200);
  const { access_token: bearer } = await token.json();
  return async (call: 'AutopilotDeviceRegistration' | 'ValidateDeviceSubmissionData', data: object) => {
    const headers = { Authorization: `Bearer ${bearer}` };
    const answer = await request.post(`${env.APP_ORIGIN}/oem/v1/${call}`, { headers, data });
    return { status: answer.status(), body: await answer.json() };
  };
}

test('the whole story of an OEM: its link, a consent, devices by API, and the end of it', async ({
  signedIn,
  mailTo,
  request,
}) => {
  test.setTimeout(300_000);
  const { tenant, actor: owner } = await newPartner('oem', 'global_admin', 'admin_agent');
  const operator = await newTenant('operator', { name: 'Countersign' });
  const supporter = await newPerson(operator, 'support_agent');
  const [support, oem] = [await signedIn(supporter), await signedIn(owner)];

  // Asked for, where the link would be.
  await oem.goto(paths.partner());
  await expect(oem.getByRole('link', { name: 'Request a reseller relationship' })).toBeHidden();
  await oem.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Consent link' }).click();
  await expect(oem.getByRole('heading', { level: 1, name: 'Consent link' })).toBeVisible();
  await oem.getByRole('button', { name: 'Ask for the link' }).click();
  await expect(oem.getByText('Enter the address of your website.')).toBeVisible();
  await expect(oem.getByText('Enter at least one manufacturer name.')).toBeVisible();
  await expectAccessible(oem);
  await askForLink(oem);
  await expectAccessible(oem);
  expect((await mailTo(supporter.email))[0]?.subject).toBe(`${tenant.name} asks for its consent link`);

  // Issued by support after its checks; the open page of the OEM follows.
  await issueLink(support, tenant.name);
  await expectAccessible(support);
  await expect(oem.getByText('Your link', { exact: true })).toBeVisible();
  await expectAccessible(oem);
  const link = await linkOf(oem);
  expect(link).toContain('invType=DeviceManufacturerRelationship');

  // Mailed from the portal.
  const [customer, admin, user, colleague] = await customerWith('global_admin', 'user', 'global_admin');
  await oem.getByRole('link', { name: 'Mail the link' }).click();
  await oem.getByLabel('Recipient name').fill('Ada Ng');
  await oem.getByLabel('Recipient email').fill(admin.email);
  await oem.getByLabel('Organization').fill('Wingtip');
  await expect(oem.getByText('Hello Ada Ng,')).toBeVisible();
  await expectAccessible(oem);
  await oem.getByRole('button', { name: 'Mail the link' }).click();
  await expect(oem.getByText('Link mailed')).toBeVisible();
  await expect(rowOf(oem, 'Ada Ng')).toContainText('Not yet');
  expect((await mailTo(admin.email))[0]?.links).toContain(link);

  // Whoever cannot answer is told exactly why, and the link stays good.
  const asUser = await signedIn(user);
  await asUser.goto(link);
  await expect(asUser.getByRole('heading', { level: 1, name: 'Permission required' })).toBeVisible();
  await expect(asUser.getByText('Only a global administrator can answer, and you are not one.')).toBeVisible();
  await expect(asUser.getByText(`@${customer.domain}`).first()).toBeVisible();
  await expectAccessible(asUser);
  const foreign = await elsewhere(colleague);
  const asForeign = await signedIn(foreign);
  await asForeign.goto(link);
  await expect(asForeign.getByRole('heading', { level: 1, name: 'Permission required' })).toBeVisible();
  await expect(asForeign.getByText(`${foreign.email} is not a cloud-native account`)).toBeVisible();
  await expect(asForeign.getByText(`one that signs in with a name @${customer.domain}`)).toBeVisible();
  await expect(asForeign.getByText('The link stays good')).toBeVisible();
  await expectAccessible(asForeign);
  await oem.goto(link);
  await expect(oem.getByText('This is the standing link of your own organization.')).toBeVisible();

  // Its program asks before the consent, and is handed the link to send.
  const ask = await programOf(oem, tenant.id, request);
  const serialNumber = `OEM-${customer.id.slice(-8)}`;
  const submitted = {
    tenantId: customer.id,
    devices: [{ serialNumber, manufacturer: 'Proseware', model: 'Atlas' }],
  };
  const before = await ask('ValidateDeviceSubmissionData', submitted);
  expect(before).toMatchObject({ status: 200, body: { consented: false, consentLink: link } });
  expect((await ask('AutopilotDeviceRegistration', submitted)).status).toBe(403);

  // Accepted: Yes and Accept, and nothing of delegated rights.
  const asAdmin = await signedIn(admin);
  await asAdmin.goto(link);
  await expect(
    asAdmin.getByText('No administrative access is given. A manufacturer cannot ask for any.'),
  ).toBeVisible();
  await expect(asAdmin.getByRole('checkbox')).toHaveCount(1);
  await expectAccessible(asAdmin);
  await asAdmin.getByRole('checkbox', { name: 'Yes', exact: true }).check();
  await asAdmin.getByRole('button', { name: 'Accept' }).click();
  await expect(asAdmin.getByRole('heading', { level: 1, name: 'Consent granted' })).toBeVisible();
  await asAdmin.goto(link);
  await expect(asAdmin.getByText('ask support to remove it')).toBeVisible();

  // Validated, which writes nothing, and registered.
  const after = await ask('ValidateDeviceSubmissionData', submitted);
  expect(after).toMatchObject({ status: 200, body: { consented: true, devices: [{ serialNumber }] } });
  const registered = await ask('AutopilotDeviceRegistration', submitted);
  expect(registered).toMatchObject({ status: 200, body: { devices: [{ serialNumber, status: 'registered' }] } });

  // The OEM sees who has consented and since when, its device, and nothing else of the customer.
  await oem.goto(paths.consentLink());
  await expect(rowOf(oem, 'Ada Ng')).toContainText('Accepted');
  await oem.goto(paths.customers());
  await expect(rowOf(oem, customer.name)).toBeVisible();
  await expect(oem.getByRole('columnheader', { name: 'DAP' })).toBeHidden();
  await oem.getByRole('link', { name: customer.name }).click();
  await expect(oem.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  for (const absent of ['Delegated administration', 'Country', 'Upload devices', 'Profiles'])
    await expect(oem.getByText(absent, { exact: true })).toBeHidden();
  await expectAccessible(oem);
  expect((await oem.goto(paths.uploadDevices(customer.id)))?.status()).toBe(403);
  await oem.goto(paths.customerDevices(customer.id));
  await expect(rowOf(oem, serialNumber)).toBeVisible();
  await expectAccessible(oem);

  // The customer cannot end it alone: it asks support to.
  await asAdmin.goto(paths.relationships());
  const relationship = rowOf(asAdmin, tenant.name);
  await expect(relationship.getByRole('button', { name: 'End relationship' })).toBeHidden();
  await relationship.getByRole('button', { name: 'Ask support to remove' }).click();
  const asking = asAdmin.getByRole('dialog');
  await asking.getByLabel('Reason').fill('We no longer buy from them.');
  await asking.getByRole('button', { name: 'Ask support to remove' }).click();
  await closeDone(asking);
  await expect(relationship).toContainText('Nobody looks at it yet');

  // Support revokes with a reason, and the program's very next call is refused.
  await support.goto(paths.removals());
  await support.getByRole('link', { name: customer.name }).click();
  await support.getByRole('button', { name: 'Revoke consent' }).click();
  const revoking = support.getByRole('dialog');
  await revoking.getByLabel('Reason').fill('The customer no longer buys from this manufacturer.');
  await revoking.getByRole('button', { name: 'Revoke consent' }).click();
  await expect(revoking).toContainText('The consent has ended');
  const late = { ...submitted, devices: [{ ...submitted.devices[0], serialNumber: `${serialNumber}-2` }] };
  expect((await ask('AutopilotDeviceRegistration', late)).status).toBe(403);
  expect((await ask('ValidateDeviceSubmissionData', late)).body).toMatchObject({ consented: false });
  await closeDone(revoking);

  // What was registered stays, everyone was told, and every log tells the story.
  await asAdmin.goto(paths.ownDevices());
  await expect(rowOf(asAdmin, serialNumber)).toHaveCount(1);
  await asAdmin.goto(paths.relationships());
  await expect(asAdmin.getByRole('table', { name: 'Past relationships' })).toContainText(tenant.name);
  await oem.goto(paths.customers());
  await expect(oem.getByText('No customers yet')).toBeVisible();
  for (const { email } of [admin, owner])
    await expect
      .poll(async () => (await mailTo(email)).filter(({ subject }) => subject.endsWith('ended')).length)
      .toBe(1);
  const story = {
    [paths.partner()]: [oem, ['Issued the consent link', 'Gave', 'Ended the consent of']],
    [paths.support()]: [support, ['Issued the consent link', 'Ended the consent of']],
    [paths.admin()]: [asAdmin, ['Gave', 'Asked support to remove', 'Ended the consent of']],
  } as const;
  for (const [place, [page, sentences]] of Object.entries(story)) {
    await page.goto(paths.activity(place));
    for (const sentence of sentences) await expect(page.getByText(sentence).first()).toBeVisible();
  }
});

test('support replaces a link and withdraws it: dead at once, explained, and consents stay', async ({ signedIn }) => {
  test.setTimeout(120_000);
  const { tenant, actor, applicationId } = await newIssued();
  const customer = await newCustomer();
  await acceptStandingAs(customer.admin, await linkAddressOf(actor));
  const oem = await signedIn(actor);
  const support = await signedIn(await newPerson(await newTenant('operator'), 'support_admin'));
  const visitor = await signedIn((await newCustomer()).admin);
  await oem.goto(paths.consentLink());
  const link = await linkOf(oem);

  await support.goto(paths.oemLink(applicationId));
  await support.getByRole('button', { name: 'Replace link' }).click();
  const dialog = support.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The old address was published by a stranger.');
  await dialog.getByRole('button', { name: 'Replace link' }).click();
  await expect(dialog).toContainText('The link is replaced');
  await closeDone(dialog);
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { level: 1, name: 'There is a newer link' })).toBeVisible();
  await expect(visitor.getByText(`Support gave ${tenant.name} a new link`)).toBeVisible();
  await expect(oem.getByText('The old address was published by a stranger.')).toBeVisible();
  const newest = await linkOf(oem);
  expect(newest).not.toBe(link);

  await support.getByRole('button', { name: 'Withdraw link' }).click();
  await dialog.getByLabel('Reason').fill('The company asked for it.');
  await dialog.getByRole('button', { name: 'Withdraw link' }).click();
  await closeDone(dialog);
  await visitor.goto(newest);
  await expect(visitor.getByRole('heading', { level: 1, name: 'This link was withdrawn' })).toBeVisible();
  await expectAccessible(visitor);
  await oem.goto(paths.consentLink());
  await expect(oem.getByText('Support withdrew your link')).toBeVisible();
  await expectAccessible(oem);
  await oem.goto(paths.customers());
  await expect(rowOf(oem, customer.tenant.name)).toBeVisible();
  await oem.goto(paths.activity(paths.partner()));
  await expect(oem.getByText(`Withdrew the consent link of ${tenant.name}`).first()).toBeVisible();
});

test('support refuses a link with a reason, and the OEM asks again', async ({ signedIn, mailTo }) => {
  const { tenant, actor: agent } = await newPartner('oem', 'admin_agent');
  const support = await signedIn(await newPerson(await newTenant('operator'), 'support_admin'));
  const oem = await signedIn(agent);
  await oem.goto(paths.consentLink());
  await askForLink(oem);
  await support.goto(paths.oemLinks());
  await support.getByRole('link', { name: tenant.name }).click();
  await support.getByRole('button', { name: 'Take up' }).click();
  await expect(support.getByRole('button', { name: 'Put back' })).toBeVisible();
  await support.getByRole('button', { name: 'Refuse' }).click();
  const dialog = support.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(dialog.getByText('Say why')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The website does not show devices.');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await closeDone(dialog);
  await expect(oem.getByText('The website does not show devices.')).toBeVisible();
  await expectAccessible(oem);
  expect((await mailTo(agent.email))[0]?.subject).toContain('did not issue');
  await askForLink(oem);
  await oem.getByRole('button', { name: 'Withdraw application' }).click();
  await expect(oem.getByRole('button', { name: 'Ask for the link' })).toBeVisible();

  const partner = await signedIn((await newPartner('direct', 'global_admin', 'admin_agent')).actor);
  expect((await partner.goto(paths.consentLink()))?.status()).toBe(403);
  expect((await partner.goto(paths.oemLinks()))?.status()).toBe(403);
  await oem.goto(paths.standingLink());
  await expect(oem).toHaveURL(paths.consentLink());
});
