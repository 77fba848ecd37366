import { paths } from '@/lib/paths';
import { askRemoval } from '@/lib/support/ask-removal';
import { newSupporter } from '@/lib/testing/conflicts';
import { newConsent, newPartner } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, test } from './fixtures';

test('support sees on its overview what waits, and goes from there to the queue', async ({ signedIn }) => {
  const { tenant: oem } = await newPartner('oem');
  const [customer, admin] = await customerWith('global_admin');
  const consentId = await newConsent({ tenant: customer, admin }, oem, { kind: 'oem' });
  await askRemoval(admin, { consentId, reason: 'We buy elsewhere now.' });

  const support = await signedIn(await newSupporter());
  await support.goto(paths.support());
  const waiting = support.getByRole('row', { name: /^Removal requests/ });
  await expect(waiting.getByRole('time')).toBeVisible();
  const consents = support.locator('section').filter({ hasText: 'Consents per day' });
  await expect(consents.getByText(/consents? (was|were) given in the last 30 days/)).toBeVisible();
  await consents.getByText('In numbers').click();
  await expect(consents.getByRole('row')).toHaveCount(31);
  await expectAccessible(support);

  await waiting.getByRole('link', { name: 'Removal requests' }).click();
  await expect(support.getByRole('heading', { level: 1, name: 'Removal requests' })).toBeVisible();
  await expect(support.getByRole('link', { name: customer.name })).toBeVisible();
});
