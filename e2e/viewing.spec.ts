import { paths } from '@/lib/paths';
import { newConsent, newCustomer, newPerson, newTenant } from '@/lib/testing/tenants';
import { expect, expectAccessible, test } from './fixtures';

test('support sees what a partner sees, can change nothing, and the partner reads who looked and why', async ({
  signedIn,
}) => {
  const partner = await newTenant('partner', { partnerType: 'direct' });
  const customer = await newCustomer();
  await newConsent(customer, partner);
  const ownerPerson = await newPerson(partner, 'global_admin');
  const supporter = await newPerson(await newTenant('operator'), 'support_agent');
  const support = await signedIn(supporter);

  await support.goto(paths.supportTenant(partner.id));
  await support.getByLabel('As', { exact: true }).selectOption('admin_agent');
  await support.getByRole('button', { name: 'See what they see' }).click();
  await expect(support.getByText('Say who asked for it.')).toBeVisible();
  await support.getByLabel('Who asked').fill('Ada, case 12');
  await support.getByLabel('What for').fill('Their list of customers looks empty.');
  await support.getByRole('button', { name: 'See what they see' }).click();
  const banner = support.getByRole('region', { name: 'Viewing' });
  await expect(banner).toContainText(`You see what ${partner.name} sees. Nothing can be changed.`);
  await expect(banner).toContainText('As its admin agent');
  expect(new URL(support.url()).pathname).toBe(paths.partner());
  await expectAccessible(support);

  await support.goto(paths.customers());
  await expect(support.getByRole('link', { name: customer.tenant.name })).toBeVisible();
  await support.goto(paths.requestRelationship());
  await support.getByLabel('Recipient name').fill('Ada Lovelace');
  await support.getByLabel('Recipient email').fill('ada@nobody.example');
  await support.getByLabel('Organization').fill('Contoso');
  await support.getByRole('button', { name: 'Send request' }).click();
  await expect(support.getByText('You only see what this organization sees')).toBeVisible();
  expect((await support.request.get(paths.events())).status()).toBe(403);
  expect((await support.request.get(paths.missedEvents())).status()).toBe(200);
  expect((await support.goto(paths.support()))?.status()).toBe(403);
  await expect(banner).toBeVisible();

  await banner.getByRole('button', { name: 'End' }).click();
  await expect(support.getByRole('heading', { level: 1, name: partner.name })).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect((await support.goto(paths.partner()))?.status()).toBe(403);

  const owner = await signedIn(ownerPerson);
  await owner.goto(paths.activity(paths.partner()));
  await expect(owner.getByText(`Began to see what ${partner.name} sees as admin agent`)).toBeVisible();
  await expect(owner.getByText(`Stopped seeing what ${partner.name} sees as admin agent`)).toBeVisible();
  await owner.goto(paths.notifications(paths.partner()));
  await expect(owner.getByText(`${supporter.name} of Countersign support sees`)).toBeVisible();
});
