import type { Page } from '@playwright/test';
import { days, later, setClock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newCustomer, newPartner, newPartnerLink, newPerson, testPassword } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(testPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function acceptOn(page: Page): Promise<void> {
  await title(page, 'Partner relationship request');
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await title(page, 'Consent granted');
}

test('an administrator declines with a reason, which is read and never mailed', async ({ signedIn, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, person] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { recipientEmail: person.email });
  const page = await signedIn(person);
  await page.goto(paths.invitation(token));
  await page.getByText('Declining? You can say why').click();
  await expectAccessible(page);
  await page.getByLabel('Reason').fill('a\u202Eb');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('characters that cannot be seen')).toBeVisible();
  await page.getByLabel('Reason').fill('We work with somebody else.');
  await page.getByRole('button', { name: 'Decline' }).dblclick();
  await title(page, 'Request declined');
  await expect(page.getByText('We work with somebody else.')).toBeVisible();
  const [mail, ...more] = await mailTo(agent.email);
  expect(more).toEqual([]);
  expect(mail?.text).toContain('They gave a reason');
  expect(mail?.text + (mail?.html ?? '')).not.toContain('somebody else');
  const partnerPage = await signedIn(agent);
  await partnerPage.goto(mail?.links[0] ?? '');
  await expect(partnerPage.getByText('We work with somebody else.')).toBeVisible();
});

test('a colleague forwards a request, and the administrator opens and accepts it', async ({ signedIn, mailTo }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  const { token } = await newRequest(agent, { recipientEmail: user.email, organization: customer.name });
  const page = await signedIn(user);
  await page.goto(paths.invitation(token));
  await title(page, 'Permission required');
  await expect(page.getByText(admin.name)).toBeVisible();
  await expect(page.getByText(admin.email)).toBeHidden();
  await page.getByLabel('Note').fill('see evil.example');
  await page.getByRole('button', { name: 'Forward to administrators' }).click();
  await expect(page.getByText('leave links out')).toBeVisible();
  await page.getByLabel('Note').fill('They sell us the laptops.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Forward to administrators' }).dblclick();
  await expect(page.getByText('You forwarded it')).toBeVisible();
  await page.reload();
  await expect(page.getByText('They sell us the laptops.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Forward to administrators' })).toBeHidden();

  const [mail, ...more] = await mailTo(admin.email);
  expect(more).toEqual([]);
  expect(mail?.links).toHaveLength(1);
  expect(mail?.text).toContain('wrote to you: “They sell us the laptops.”');
  const adminPage = await signedIn(admin);
  await adminPage.goto(mail?.links[0] ?? '');
  await expect(adminPage.getByText(`Forwarded by ${user.name}`)).toBeVisible();
  await expectAccessible(adminPage);
  await acceptOn(adminPage);
  const partnerPage = await signedIn(agent);
  await partnerPage.goto(paths.customers());
  await expect(partnerPage.getByRole('rowheader', { name: customer.name })).toBeVisible();
  expect(partner.name).toBeTruthy();
});

test('whoever holds a dead link asks for a new one, once', async ({ page, signedIn, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  setClock(() => later(new Date(), -days(15)));
  const expired = await newRequest(agent, { organization: 'Contoso' }).finally(() => setClock());
  await page.goto(paths.invitation(expired.token));
  await title(page, 'This link has expired');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask for a new one' }).dblclick();
  await expect(page.getByText('Asked for a new link')).toBeVisible();
  await page.goto(paths.invitation(expired.token));
  await expect(page.getByText('A new link was asked for')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask for a new one' })).toBeHidden();
  const asked = (await mailTo(agent.email)).filter(({ subject }) => subject.includes('new link'));
  expect(asked.map(({ subject }) => subject)).toEqual(['Somebody asks for a new link for Contoso']);

  const used = await newRequest(agent, { recipientEmail: admin.email, organization: 'Tailspin' });
  await acceptAs(admin, used);
  const person = await signedIn(admin);
  await person.goto(paths.invitation(used.token));
  await title(person, 'This request was already accepted');
  await person.getByRole('button', { name: 'Ask for a new one' }).click();
  await expect(person.getByText('Asked for a new link')).toBeVisible();
  expect((await mailTo(agent.email))[0]?.subject).toBe('Somebody asks for a new link for Tailspin');

  for (const path of [
    paths.invitation('A'.repeat(43)),
    paths.invitation('nonsense'),
    paths.invitationEnded('nonsense'),
  ]) {
    await page.goto(path);
    await title(page, 'This link is not known');
    await expect(page.getByRole('button', { name: 'Ask for a new one' })).toBeHidden();
  }
});

test('a recipient without an account is told what to do, and nothing is lost', async ({ page, context }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const { token, requestId } = await newRequest(agent, { organization: 'Contoso' });
  await page.goto(paths.invitation(token));
  await title(page, 'Sign in');
  await page.getByRole('link', { name: 'I have no account here' }).click();
  await title(page, 'You have no account here');
  await expect(page.getByText(`${partner.name} asks Contoso for a partner relationship`)).toBeVisible();
  await expect(page).toHaveTitle(/No account here/);
  expect(page.url()).not.toContain(token);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I have an account: sign in' }).click();
  // The page before has a field for an address, too.
  await title(page, 'Sign in');
  await signIn(page, (await newCustomer()).admin.email);
  await title(page, 'Partner relationship request');

  await context.clearCookies();
  await page.goto(paths.invitationNoAccount({ request: requestId }));
  await title(page, 'This link is not known');
  await expect(page.getByText(partner.name)).toBeHidden();

  const link = await newStandingLink(agent);
  await page.goto(paths.standingInvitation(link.address()));
  await page.getByRole('link', { name: 'I have no account here' }).click();
  await expect(page.getByText(`${partner.name} asks your organization`)).toBeVisible();
});

test('whoever is signed in elsewhere learns which organization is needed, and comes back', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  const [, stranger] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { recipientEmail: admin.email, organization: 'Wide World Importers' });
  const page = await signedIn(stranger);
  await page.goto(paths.invitation(token));
  await title(page, 'Permission required');
  await expect(page.getByText('Sign in with an account of Wide World Importers')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with another account' }).click();
  await signIn(page, admin.email);
  await acceptOn(page);
});

test('one standing link is made, accepted by two customers, and dead once it is replaced', async ({
  signedIn,
  page,
}) => {
  test.setTimeout(90_000);
  const [partner, agent, owner] = await partnerWith('admin_agent', 'global_admin');
  const partnerPage = await signedIn(agent);
  await partnerPage.goto(paths.requests());
  await partnerPage.getByRole('link', { name: 'Standing link' }).click();
  await title(partnerPage, 'Standing link');
  await partnerPage.getByRole('button', { name: 'Make the standing link' }).dblclick();
  const without = partnerPage.getByRole('button', { name: 'Copy the link without administrative access' });
  await expect(without).toBeVisible();
  await expectAccessible(partnerPage);
  const address = (await without.getAttribute('data-copy')) ?? '';

  const [first, admin] = await customerWith('global_admin');
  await page.goto(address);
  await title(page, 'Sign in');
  await signIn(page, admin.email);
  await title(page, 'Partner relationship request');
  await expect(page.getByText(partner.name).first()).toBeVisible();
  await expect(page.getByText(`${first.name} (${first.domain})`)).toBeVisible();
  await expect(page.getByLabel('Include delegated administration permissions')).toBeHidden();
  await expectAccessible(page);
  await acceptOn(page);
  await page.goto(address);
  await title(page, 'Nothing to decide');
  await expectAccessible(page);

  const [second, other] = await customerWith('global_admin');
  const otherPage = await signedIn(other);
  const with_ = partnerPage.getByRole('button', { name: 'Copy the link with administrative access' });
  await otherPage.goto((await with_.getAttribute('data-copy')) ?? '');
  await expect(otherPage.getByLabel('Include delegated administration permissions')).toBeChecked();
  await otherPage.getByLabel('Include delegated administration permissions').uncheck();
  await acceptOn(otherPage);
  await expect(partnerPage.getByText('Accepted by it').locator('..')).toContainText('2');
  await partnerPage.goto(paths.customers());
  for (const { name } of [first, second]) await expect(partnerPage.getByRole('rowheader', { name })).toBeVisible();

  const ownerPage = await signedIn(owner);
  await ownerPage.goto(paths.standingLink());
  await ownerPage.getByRole('button', { name: 'Replace the link' }).click();
  await expectAccessible(ownerPage);
  await ownerPage.getByRole('dialog').getByRole('button', { name: 'Replace the link' }).click();
  await expect(ownerPage.getByText('The link is replaced')).toBeVisible();
  const [, third] = await customerWith('global_admin');
  const thirdPage = await signedIn(third);
  await thirdPage.goto(address);
  await title(thirdPage, 'There is a newer link');
  await expectAccessible(thirdPage);
});

test('an indirect reseller’s standing link gives reseller and provider the customer', async ({ signedIn }) => {
  const provider = await newPartner('indirect_provider', 'admin_agent');
  const reseller = await newPartner('indirect_reseller', 'sales_agent');
  await newPartnerLink(provider.tenant, reseller.tenant);
  const sales = await signedIn(reseller.actor);
  await sales.goto(paths.standingLink());
  await sales.getByRole('button', { name: 'Make the standing link' }).click();
  const copy = sales.getByRole('button', { name: 'Copy the link without administrative access' });
  await expect(sales.getByRole('button', { name: 'Replace the link' })).toBeHidden();
  const address = (await copy.getAttribute('data-copy')) ?? '';
  expect(address).toContain('invType=IndirectResellerRelationship');
  const [customer, admin] = await customerWith('global_admin');
  const page = await signedIn(admin);
  await page.goto(address);
  await expect(page.getByText(`${provider.tenant.name} will be able to do the same`, { exact: false })).toBeVisible();
  await acceptOn(page);
  for (const { actor } of [reseller, provider]) {
    const side = await signedIn(actor);
    await side.goto(paths.customers());
    await expect(side.getByRole('rowheader', { name: customer.name })).toBeVisible();
  }
});

test('on a standing link too, whoever cannot answer forwards it or signs in as another', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const address = paths.standingInvitation((await newStandingLink(agent)).address());
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  const page = await signedIn(user);
  await page.goto(address);
  await title(page, 'Permission required');
  await page.getByRole('button', { name: 'Forward to administrators' }).click();
  await expect(page.getByText('You forwarded it')).toBeVisible();
  const own = await signedIn(agent);
  await own.goto(address);
  await expect(own.getByText('standing link of your own organization')).toBeVisible();
  await own.getByRole('button', { name: 'Sign in with another account' }).click();
  await signIn(own, admin.email);
  await expect(own.getByText(`Forwarded by ${user.name}`)).toBeVisible();
  await own.getByRole('button', { name: 'Decline' }).click();
  await title(own, 'Request declined');
  await expect(own.getByText('open the same link again')).toBeVisible();
  const support = await signedIn(await newPerson(customer, 'intune_admin'));
  await support.goto(address);
  await title(support, 'Permission required');
});

test('an address that no link has is not known, whatever is in it', async ({ signedIn, page }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [, admin] = await customerWith('global_admin');
  const address = paths.standingInvitation((await newStandingLink(agent)).address());
  const person = await signedIn(admin);
  const within = paths.partnerInvitation();
  for (const path of [
    within,
    `${within}?request=${'x'.repeat(3000)}`,
    `${within}?request=a&request=b`,
    `${within}?request=%00`,
    `${within}?request=constructor`,
    `${within}?partnerId=x`,
    `${address}&partnerId=x`,
    `${address}&msppId=${'A'.repeat(43)}`,
    address.replace('DAP=false', 'DAP=maybe'),
    address.replace('msppId=', 'msppId=A'),
    address.replace('ResellerRelationship', 'DeviceManufacturerRelationship'),
    `${within}?invType=ResellerRelationship&partnerId=${'a'.repeat(3000)}`,
    `${within}?indirectCSPId[]=x&__proto__=x`,
  ]) {
    expect((await person.goto(path))?.status(), path).toBe(200);
    await title(person, 'This link is not known');
  }
  for (const path of [
    paths.invitationEnded('x'.repeat(3000)),
    `${paths.invitationEnded()}?request=a&request=b`,
    paths.invitationNoAccount({}),
    `${paths.invitationNoAccount({})}?request=a&request=b`,
    `${paths.invitationNoAccount({})}?invType=x&invType=y`,
    `${paths.invitationNoAccount({})}?partnerId=${'a'.repeat(3000)}`,
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await title(page, 'This link is not known');
  }
});
