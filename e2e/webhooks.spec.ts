import { createHmac } from 'node:crypto';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { startReceiver } from '@/lib/testing/webhooks';
import { closeDone, customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

test('an owner adds a webhook, tests it, hears of a consent and replaces the secret', async ({ signedIn }) => {
  const receiver = await startReceiver();
  const [, owner, agent] = await partnerWith('global_admin', 'admin_agent');
  const [customer, admin] = await customerWith('global_admin');
  const page = await signedIn(owner);
  const shown = () =>
    page.getByRole('button', { name: 'Copy secret' }).locator('xpath=..').locator('code').textContent().then(String);
  const latest = async (count: number) => {
    await expect.poll(() => receiver.received.length).toBe(count);
    const got = receiver.received.at(-1);
    if (!got) throw new Error('nothing arrived');
    const signed = `${got.headers['webhook-id']}.${got.headers['webhook-timestamp']}.${got.body}`;
    const sign = (secret: string) =>
      `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
        .update(signed)
        .digest('base64')}`;
    return { event: JSON.parse(got.body), signature: got.headers['webhook-signature'], sign };
  };

  await page.goto(paths.webhooks());
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a webhook' }).click();
  await expectAccessible(page);
  await page.getByLabel('URL').fill('http://10.0.0.1/events');
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await expect(page.getByText('The URL has to begin with https://.')).toBeVisible();
  await page.getByLabel('URL').fill(receiver.url);
  await page.getByLabel('conflict.changed').uncheck();
  await page.getByRole('button', { name: 'Add webhook' }).dblclick();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  await expectAccessible(page);
  const secret = await shown();
  await page.getByRole('link', { name: 'I have copied it' }).click();
  await expect(page.getByText('Nothing was sent yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Send a test' }).click();
  const tested = await latest(1);
  expect(tested.event.type).toBe('webhook.test');
  expect(tested.signature).toBe(tested.sign(secret));
  await expect(page.getByRole('row', { name: /^webhook\.test Delivered .* Answered with 204\.$/ })).toBeVisible();

  receiver.answer.status = 500;
  await acceptAs(admin, await newRequest(agent, { recipientEmail: admin.email, organization: customer.name }));
  const accepted = await latest(2);
  expect(accepted.event).toMatchObject({ type: 'consent.accepted', data: { customer: { id: customer.id } } });
  await page.getByRole('link', { name: 'consent.accepted' }).click();
  await expect(page.getByText('which is not a yes (2xx)')).toBeVisible();
  await expect(page.getByText(customer.id)).toBeVisible();
  await expectAccessible(page);
  receiver.answer.status = 204;
  const sent = receiver.received.length;
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => receiver.received.length).toBeGreaterThan(sent);
  await expect(page.getByText('Delivered', { exact: true })).toBeVisible();

  const before = receiver.received.length;
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').last().click();
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
  await expect(page.getByText('Copy the secret now')).toBeVisible();
  await expectAccessible(page);
  const second = await shown();
  await closeDone(page.getByRole('dialog'));
  await page.getByRole('button', { name: 'Send a test' }).click();
  const both = await latest(before + 1);
  expect(both.signature).toBe(`${both.sign(second)} ${both.sign(secret)}`);

  await page.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await closeDone(page.getByRole('dialog'));
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Enable' }).click();
  await expect(page.getByText('Enabled', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('dialog').getByLabel('consent.declined').uncheck();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Change webhook' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await closeDone(page.getByRole('dialog'));
  await expect(page.getByText('No webhooks')).toBeVisible();
  await receiver.stop();
});

test('nobody else of the partner sees them', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const page = await signedIn(agent);
  expect((await page.goto(paths.webhooks()))?.status()).toBe(403);
  await expect(page.getByRole('link', { name: 'Webhooks' })).toBeHidden();
});
