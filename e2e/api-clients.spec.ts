import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { closeDone, expect, expectAccessible, partnerWith, test } from './fixtures';

type Asking = { clientId: string; secret: string; tenant: string };

test('an owner makes an API client, moves it to a new secret and revokes it', async ({ signedIn, request }) => {
  const [tenant, owner] = await partnerWith('global_admin');
  const page = await signedIn(owner);
  const ask = ({ clientId, secret }: Omit<Asking, 'tenant'>) =>
    request.post(`${env.APP_ORIGIN}//${tenant.id.toUpperCase()}/OAuth2/Token/`, {
      form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, resource: 'https://x' },
      maxRedirects: 0,
    });
  const shown = (label: string) =>
    page
      .getByRole('button', { name: `Copy ${label.toLowerCase()}`, exact: true })
      .locator('xpath=..')
      .locator('code')
      .textContent()
      .then(String);

  await page.goto(paths.apiClients());
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Create an API client' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create API client' }).click();
  await expect(page.getByText('Give the API client a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Stock system');
  await page.getByLabel('Devices', { exact: true }).check();
  await page.getByRole('button', { name: 'Create API client' }).dblclick();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  const clientId = await shown('Client ID');
  const first = await shown('Secret');
  expect((await ask({ clientId, secret: first })).status()).toBe(200);
  expect((await ask({ clientId, secret: 'wrong' })).status()).toBe(401);

  await page.getByRole('link', { name: 'I have copied it' }).click();
  const card = page.getByRole('region').or(page.locator('section')).filter({ hasText: 'Stock system' }).first();
  await expect(card).toContainText('Read, Devices');
  await expect(page.getByText(first)).toBeHidden();
  await card.getByRole('button', { name: 'Add a second secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add a second secret' }).click();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  await expectAccessible(page);
  const second = await shown('Secret');
  await closeDone(page.getByRole('dialog'));
  expect((await ask({ clientId, secret: second })).status()).toBe(200);

  await card.getByRole('button', { name: 'Remove secret' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove secret' }).click();
  await expect(page.getByText('The secret is removed.')).toBeVisible();
  await closeDone(page.getByRole('dialog'));
  expect((await ask({ clientId, secret: first })).status()).toBe(401);
  expect((await ask({ clientId, secret: second })).status()).toBe(200);

  await card.getByRole('button', { name: 'Change scopes' }).click();
  await page.getByRole('dialog').getByLabel('Customers', { exact: true }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Change scopes' }).click();
  await expect(card).toContainText('Read, Devices, Customers');

  await card.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('The API client is revoked.')).toBeVisible();
  await closeDone(page.getByRole('dialog'));
  await expect(page.getByRole('heading', { name: 'Revoked' })).toBeVisible();
  expect((await ask({ clientId, secret: second })).status()).toBe(401);
  await expectAccessible(page);
});

test('nobody else of the partner sees them', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  expect((await page.goto(paths.apiClients()))?.status()).toBe(403);
  await expect(page.getByRole('link', { name: 'API clients' })).toBeHidden();
});
