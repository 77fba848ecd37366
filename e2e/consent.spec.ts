import { days, later, setClock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newPartner, newPerson } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

test('an administrator declines, nothing is granted, and the sender is told', async ({ signedIn, mailTo }) => {
  const [, agentPerson] = await partnerWith('sales_agent');
  const [customer, adminPerson] = await customerWith('global_admin');
  const { token } = await newRequest(agentPerson, { recipientEmail: adminPerson.email, organization: customer.name });
  const admin = await signedIn(adminPerson);
  await admin.goto(paths.invitation(token));
  await expect(admin.getByText('No administrative access is given', { exact: false }).first()).toBeVisible();
  await expect(admin.getByLabel('Include delegated administration permissions')).toBeHidden();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Decline' }).click();
  await expect(admin.getByRole('heading', { level: 1, name: 'Request declined' })).toBeVisible();

  const agent = await signedIn(agentPerson);
  await agent.goto('/partner/customers');
  await expect(agent.getByRole('row').filter({ hasText: customer.domain })).toBeHidden();
  await agent.goto('/partner/requests');
  await expect(agent.getByRole('row').filter({ hasText: adminPerson.email })).toContainText('Declined');
  expect((await mailTo(agentPerson.email))[0]?.subject).toContain('declined');

  await admin.goto(paths.invitation(token));
  await expect(admin.getByRole('heading', { level: 1, name: 'This request was declined' })).toBeVisible();
});

test('a link that ran out says so', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, adminPerson] = await customerWith('global_admin');
  setClock(() => later(new Date(), -days(15)));
  const { token } = await newRequest(agent, { recipientEmail: adminPerson.email }).finally(() => setClock());
  const admin = await signedIn(adminPerson);
  await admin.goto(paths.invitation(token));
  await expect(admin.getByRole('heading', { level: 1, name: 'This link has expired' })).toBeVisible();
  await expectAccessible(admin);
});

test('a link that was used says by whom, to colleagues only', async ({ signedIn, page }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [customer, adminPerson] = await customerWith('global_admin');
  const link = await newRequest(agent, { recipientEmail: adminPerson.email });
  await acceptAs(adminPerson, link);
  const colleague = await signedIn(await newPerson(customer, 'global_admin'));
  await colleague.goto(paths.invitation(link.token));
  await expect(colleague.getByRole('heading', { level: 1, name: 'This request was already accepted' })).toBeVisible();
  await expect(colleague.getByText(adminPerson.name)).toBeVisible();
  await page.goto(paths.invitation(link.token));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This request was already accepted');
  await expect(page.getByText(adminPerson.name)).toBeHidden();
});

test('a link that never was one says so', async ({ page }) => {
  for (const token of ['A'.repeat(43), 'nonsense']) {
    await page.goto(paths.invitation(token));
    await expect(page.getByRole('heading', { level: 1, name: 'This link is not known' })).toBeVisible();
  }
});

test('whoever follows the link signed out signs in and is brought to the request', async ({ page }) => {
  const { testPassword } = await import('@/lib/testing/tenants');
  const [partner, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { recipientEmail: admin.email });
  await page.goto(paths.invitation(token));
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Partner relationship request' })).toBeVisible();
  await expect(page.getByText(partner.name).first()).toBeVisible();
});

test('somebody of another organization cannot decide', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  const [, stranger] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { recipientEmail: admin.email });
  const page = await signedIn(stranger);
  await page.goto(paths.invitation(token));
  await expect(page.getByRole('heading', { level: 1, name: 'Permission required' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
});

test('an indirect reseller without a provider is told what is missing', async ({ signedIn }) => {
  const { actor } = await newPartner('indirect_reseller', 'admin_agent');
  const page = await signedIn(actor);
  await page.goto(paths.requestRelationship());
  await expect(page.getByText('You need a provider first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send request' })).toBeHidden();
});
