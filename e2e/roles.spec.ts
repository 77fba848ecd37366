import { paths } from '@/lib/paths';
import { newConsent, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { customerWith, expect, partnerWith, test } from './fixtures';

async function customerOf(partner: Awaited<ReturnType<typeof newTenant>>) {
  const customer = await newTenant('customer');
  await newConsent({ tenant: customer, admin: await newPerson(customer, 'global_admin') }, partner);
  return customer;
}

test('a helpdesk agent looks at customers and requests, and has no devices', async ({ signedIn }) => {
  const [partner, person] = await partnerWith('helpdesk_agent');
  const customer = await customerOf(partner);
  const page = await signedIn(person);
  await page.goto(paths.customers());
  await expect(page.getByRole('link', { name: 'Request a reseller relationship' })).toBeHidden();
  await page.getByRole('link', { name: customer.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Upload devices' })).toBeHidden();
  for (const path of [
    paths.uploadDevices(customer.id),
    paths.customerDevices(customer.id),
    paths.requestRelationship(),
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not allow this');
  }
});

test('a sales agent uploads devices and asks for consent', async ({ signedIn }) => {
  const [partner, person] = await partnerWith('sales_agent');
  const customer = await customerOf(partner);
  const page = await signedIn(person);
  await page.goto(paths.customer(customer.id));
  await page.getByRole('link', { name: 'Upload devices' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Upload devices' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Register/ })).toBeEnabled();
  await page.goto(paths.requestRelationship());
  await expect(page.getByRole('button', { name: 'Send request' })).toBeEnabled();
});

test('every place turns away people of the others', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, user] = await customerWith('user');
  const support = await newPerson(await newTenant('operator'), 'support_agent');
  for (const [person, closed] of [
    [agent, [paths.admin(), paths.relationships(), paths.support()]],
    [user, [paths.partner(), paths.customers(), paths.support()]],
    [support, [paths.partner(), paths.customers(), paths.relationships()]],
  ] as const) {
    const page = await signedIn(person);
    for (const path of closed) expect((await page.goto(path))?.status(), `${person.roles} at ${path}`).toBe(403);
  }
});

test('another partner’s customer and an id that never was are the same page', async ({ signedIn }) => {
  const [, person] = await partnerWith('admin_agent');
  const theirs = await customerOf((await newPartner('direct')).tenant);
  const page = await signedIn(person);
  const words: string[] = [];
  for (const id of [theirs.id, '0198f0a4-0000-7000-8000-000000000000', 'nonsense']) {
    for (const path of [paths.customer(id), paths.customerDevices(id), paths.uploadDevices(id)]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      words.push((await page.locator('main').textContent()) ?? '');
    }
    expect((await page.goto(paths.upload(id)))?.status()).toBe(404);
  }
  expect(new Set(words).size).toBe(1);
});
