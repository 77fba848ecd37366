import type { Page } from '@playwright/test';
import { asc, eq } from 'drizzle-orm';
import { db } from '@/db';
import { consents, partnerLinks, providerInvitations } from '@/db/schema';
import { days, later, setClock } from '@/lib/clock';
import { cancelInvitation } from '@/lib/partners/cancel-invitation';
import { paths } from '@/lib/paths';
import { newInvitation } from '@/lib/testing/invitations';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson, testPassword } from '@/lib/testing/tenants';
import { closeDone, customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

async function sides() {
  const provider = await newPartner('indirect_provider', 'global_admin');
  const reseller = await newPartner('indirect_reseller', 'global_admin');
  return { provider: provider.tenant, owner: provider.actor, reseller: reseller.tenant, admin: reseller.actor };
}

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a provider invites, the reseller authorizes, and ends it again', async ({ signedIn, mailTo, page }) => {
  test.setTimeout(90_000);
  const { provider, owner, reseller, admin } = await sides();
  const naming = { kind: 'indirect_reseller', providerId: provider.id } as const;
  const customer = await newCustomer();
  await newConsent(customer, reseller, naming);

  const northwind = await signedIn(owner);
  await northwind.goto(paths.partner());
  await northwind.getByRole('link', { name: 'Resellers', exact: true }).click();
  await title(northwind, 'Indirect resellers');
  await northwind.getByRole('link', { name: 'Invite a reseller' }).click();
  await northwind.getByRole('button', { name: 'Send invitation' }).click();
  await expect(northwind.getByLabel('Reseller name')).toHaveAttribute('aria-invalid', 'true');
  await northwind.getByLabel('Reseller name').fill(reseller.name);
  await northwind.getByLabel('Recipient name').fill('Ada Byron');
  await northwind.getByLabel('Recipient email').fill(admin.email);
  await northwind.getByRole('button', { name: 'Send invitation' }).dblclick();
  await expect(northwind.getByText('Invitation sent')).toBeVisible();
  await northwind.getByRole('link', { name: 'See your resellers' }).click();
  await expect(northwind.getByRole('row').filter({ hasText: admin.email })).toContainText('Sent');

  const [mail, ...more] = await mailTo(admin.email);
  expect(more).toEqual([]);
  expect(mail?.links).toHaveLength(1);
  await page.goto(mail?.links[0] ?? '');
  await title(page, 'Sign in');
  expect(page.url()).not.toContain((mail?.links[0] ?? '').split('/').at(-1) ?? '');
  await signIn(page, admin.email);
  await title(page, 'Provider invitation');
  for (const words of [provider.name, provider.domain, provider.mpnId ?? '', reseller.domain, admin.email])
    await expect(page.getByText(words).first()).toBeVisible();
  await expect(page.getByText(/^Today 1 customer of/)).toBeVisible();
  await page.getByRole('button', { name: 'Authorize provider' }).click();
  await expect(page.getByText('Tick “Yes”')).toBeVisible();
  await page.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Authorize provider' }).click();
  await title(page, 'Provider authorized');
  await expectAccessible(page);

  await northwind.goto(paths.resellers());
  const row = northwind.getByRole('row').filter({ has: northwind.getByRole('rowheader', { name: reseller.name }) });
  await row.first().getByRole('link', { name: '1' }).click();
  await title(northwind, 'Customers');
  await expect(northwind.getByLabel('Reseller')).toHaveValue(reseller.id);
  await expect(northwind.getByRole('rowheader', { name: customer.tenant.name })).toBeVisible();

  await northwind.goto(paths.resellers());
  const before = await db.select().from(consents).where(eq(consents.partnerId, reseller.id)).orderBy(asc(consents.id));
  await page.getByRole('link', { name: 'See your providers' }).click();
  await title(page, 'Indirect providers');
  await page.getByRole('button', { name: 'End authorization' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${provider.name} can no longer manage the devices of 1 customer`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'End authorization' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'End authorization' }).click();
  await expect(dialog).toContainText(`${provider.name} is no longer your provider`);
  // The provider's open page knows without a reload; what the reseller still reads stays until they close it.
  await expect(northwind.getByText('No resellers yet')).toBeVisible();
  await closeDone(dialog);
  await expect(page.getByText('No providers yet')).toBeVisible();

  await northwind.goto(paths.customers());
  await expect(northwind.getByText('No customers yet')).toBeVisible();
  const after = await db.select().from(consents).where(eq(consents.partnerId, reseller.id)).orderBy(asc(consents.id));
  expect(after).toEqual(before);
  for (const { email } of [owner, admin])
    expect((await mailTo(email))[0]?.subject).toContain('is no longer the provider');
});

test('a reseller declines, and nothing changes', async ({ signedIn, mailTo }) => {
  const { owner, reseller, admin } = await sides();
  const { link } = await newInvitation(owner);
  const page = await signedIn(admin);
  await page.goto(link);
  await title(page, 'Provider invitation');
  await page.getByRole('button', { name: 'Decline' }).click();
  await title(page, 'Invitation declined');
  expect(await db.select().from(partnerLinks).where(eq(partnerLinks.resellerId, reseller.id))).toEqual([]);
  expect((await mailTo(owner.email))[0]?.subject).toContain('declined');
});

test('a dead link says why, before anybody signs in', async ({ page, signedIn }) => {
  const { owner, admin } = await sides();
  const withdrawn = await newInvitation(owner);
  await cancelInvitation(owner, { invitationId: withdrawn.id });
  const replaced = await newInvitation(owner);
  await newInvitation(owner, { recipientEmail: replaced.email });
  setClock(() => later(new Date(), -days(15)));
  const expired = await newInvitation(owner).finally(() => setClock());
  const colleague = await signedIn(admin);
  for (const [link, words] of [
    [withdrawn.link, 'Invitation withdrawn'],
    [replaced.link, 'Invitation replaced'],
    [expired.link, 'Invitation expired'],
    [paths.providerInvitationLink('A'.repeat(43)), 'Invitation not found'],
    [paths.providerInvitationLink('nonsense'), 'Invitation not found'],
  ] as const) {
    await page.goto(link);
    await title(page, words);
    await colleague.goto(link);
    await title(colleague, words);
  }
  await expectAccessible(page);
});

test('whoever cannot decide is told who can, and the link stays good', async ({ signedIn }) => {
  const { owner, reseller, admin } = await sides();
  const { link } = await newInvitation(owner, { recipientEmail: admin.email });
  const sales = await signedIn(await newPerson(reseller, 'sales_agent'));
  await sales.goto(link);
  await title(sales, 'Permission required');
  await expect(sales.getByText(admin.name)).toBeVisible();
  await expect(sales.getByText(admin.email)).toBeHidden();
  await expectAccessible(sales);

  const [, direct] = await partnerWith('global_admin');
  const [, customer] = await customerWith('global_admin');
  for (const person of [direct, customer, owner]) {
    const page = await signedIn(person);
    await page.goto(link);
    await title(page, 'Another organization is needed');
  }
  const page = await signedIn(customer);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in with another account' }).click();
  await signIn(page, admin.email);
  await title(page, 'Provider invitation');
});

test('a hundred looks of scanners change nothing', async ({ request, signedIn }) => {
  const { owner, admin } = await sides();
  const { id, link } = await newInvitation(owner);
  const row = () => db.select().from(providerInvitations).where(eq(providerInvitations.id, id));
  const before = await row();
  for (let look = 0; look < 34; look++)
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await request.fetch(link, { method })).ok()).toBe(true);
  expect(await row()).toEqual(before);
  const page = await signedIn(admin);
  await page.goto(link);
  await title(page, 'Provider invitation');
});

test('what changed meanwhile is shown again', async ({ signedIn }) => {
  const { provider, owner, reseller, admin } = await sides();
  const { link } = await newInvitation(owner);
  const page = await signedIn(admin);
  await page.goto(link);
  await page.getByLabel('Yes').check();
  await newConsent(await newCustomer(), reseller, { kind: 'indirect_reseller', providerId: provider.id });
  await page.getByRole('button', { name: 'Authorize provider' }).click();
  await expect(page.getByText('changed meanwhile')).toBeVisible();
  await expect(page.getByLabel('Yes')).not.toBeChecked();
  await expect(page.getByText(/^Today 1 customer of/)).toBeVisible();
  await page.getByLabel('Yes').check();
  await page.getByRole('button', { name: 'Authorize provider' }).click();
  await title(page, 'Provider authorized');
});

test('both lists are for those who have a side', async ({ signedIn }) => {
  const { provider, owner, reseller, admin } = await sides();
  await newPartnerLink(provider, reseller);
  const { id } = await newInvitation(owner);
  const [, direct] = await partnerWith('global_admin');
  for (const [person, path, status] of [
    [owner, paths.resellers(), 200],
    [owner, paths.providers(), 404],
    [admin, paths.providers(), 200],
    [admin, paths.resellers(), 404],
    [admin, paths.inviteReseller(), 404],
    [direct, paths.resellers(), 404],
    [direct, paths.providers(), 404],
  ] as const) {
    const page = await signedIn(person);
    expect((await page.goto(path))?.status(), path).toBe(status);
  }
  const page = await signedIn(owner);
  await page.goto(paths.resellers());
  await page.getByRole('button', { name: 'Cancel invitation' }).click();
  await expect(page.getByRole('table', { name: 'Invitations' })).toContainText('Canceled');
  expect((await db.select().from(providerInvitations).where(eq(providerInvitations.id, id)))[0]?.state).toBe(
    'canceled',
  );
});
