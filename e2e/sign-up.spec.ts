import type { Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { paths } from '@/lib/paths';
import { goodPassword } from '@/lib/testing/people';
import { newRequest } from '@/lib/testing/requests';
import { setUpInput } from '@/lib/testing/sign-ups';
import { newStandingLink } from '@/lib/testing/standing-links';
import { newPartner, newPerson } from '@/lib/testing/tenants';
import { customerWith, expect, expectAccessible, expectWellMade, type Mail, partnerWith, test } from './fixtures';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const newDomain = () => `d${uuidv7().slice(-12)}.example`;

type MailTo = (address: string) => Promise<Mail[]>;

/** Says an address on the page for those without an account, and waits for the mail. */
async function askFor(page: Page, email: string, mailTo: MailTo): Promise<Mail> {
  const before = (await mailTo(email)).length;
  await page.getByLabel('Work email').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).dblclick();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  let newest: Mail | undefined;
  await expect(async () => {
    const mails = await mailTo(email);
    expect(mails.length).toBeGreaterThan(before);
    newest = mails[0];
  }).toPass();
  if (!newest) throw new Error('no mail came');
  return newest;
}

async function toNoAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('link', { name: 'I have no account here' }).click();
  await title(page, 'You have no account here');
}

async function setUp(page: Page): Promise<void> {
  const { organization, country, name, password } = setUpInput('');
  await page.getByLabel('Organization').fill(organization);
  await page.getByLabel('Country').selectOption(country);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Set up organization' }).dblclick();
  await expect(page.getByText('Your organization is set up')).toBeVisible();
}

async function signInAfterwards(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function accept(page: Page): Promise<void> {
  await title(page, 'Partner relationship request');
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByRole('button', { name: 'Accept' }).click();
  await title(page, 'Consent granted');
}

test('a recipient who was never here sets up the organization from the mail, signs in and accepts', async ({
  page,
  mailTo,
}) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const { token } = await newRequest(agent, { organization: 'Contoso' });
  const domain = newDomain();
  const email = `zoe@${domain}`;
  await toNoAccount(page, paths.invitation(token));
  await page.getByLabel('Work email').fill('zoe@gmail.com');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('Anybody can have an address at gmail.com')).toBeVisible();
  await expectAccessible(page);
  const mail = await askFor(page, email, mailTo);
  expect(mail.subject).toBe('Set up your organization in Countersign');
  expect(mail.text).toContain(partner.name);
  await page.goto(mail.links[0] ?? '');
  expect(new URL(page.url()).pathname).toBe(paths.signUp());
  expect(page.url()).not.toContain(mail.links[0]?.split('/').at(-1));
  await title(page, `Set up ${domain}`);
  await page.getByRole('button', { name: 'Set up organization' }).click();
  await expect(page.getByText('Choose a country.')).toBeVisible();
  await expect(page.getByLabel('Organization')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveAttribute('autocomplete', 'new-password');
  await page.getByLabel('Password').fill('passwordpassword');
  await expectAccessible(page);
  await setUp(page);
  await expectAccessible(page);
  await signInAfterwards(page, email);
  await expect(page.getByText(`Contoso (${domain})`)).toBeVisible();
  await accept(page);

  await page.goto(mail.links[0] ?? '');
  await title(page, 'This link was used');
  await expectAccessible(page);
  const again = (await mailTo(email)).filter(({ subject }) => subject === mail.subject);
  expect(again).toHaveLength(1);
});

test('the mail works in another browser, which never held the consent link', async ({ page, browser, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const { token } = await newRequest(agent, { organization: 'Contoso' });
  const email = `zoe@${newDomain()}`;
  await toNoAccount(page, paths.invitation(token));
  const mail = await askFor(page, email, mailTo);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(mail.links[0] ?? '');
  await setUp(other);
  await signInAfterwards(other, email);
  await accept(other);
  await context.close();
});

test('administrators of an organization that is here are asked instead, answer without the link, and invite', async ({
  page,
  signedIn,
  mailTo,
}) => {
  const [, agent] = await partnerWith('admin_agent');
  const [customer, admin] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { organization: 'Contoso' });
  const email = `zoe@${customer.domain}`;
  await toNoAccount(page, paths.invitation(token));
  const mail = await askFor(page, email, mailTo);
  expect(mail.subject).toBe(`We asked the administrators of ${customer.name}`);
  const [asked] = await mailTo(admin.email);
  expect(asked?.text).toContain(email);
  const theirs = await signedIn(admin);
  await theirs.goto(asked?.links[0] ?? '');
  await title(theirs, 'Partner relationship request');
  await expect(theirs.getByText(`Somebody without an account gave the address ${email}`)).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: `invite ${email}` }).click();
  await title(theirs, 'Invite a person');
  await expect(theirs.getByLabel('Email')).toHaveValue(email);
  expect(await mailTo(email)).toHaveLength(1);

  // The link stays good: for the administrator without it, and for whoever else has it.
  await page.goto(paths.invitation(token));
  await title(page, 'Sign in');
  await theirs.goto(asked?.links[0] ?? '');
  await accept(theirs);
  await page.goto(paths.invitation(token));
  await title(page, 'This request was already accepted');
});

test('a standing link leads to the same, with what it asks for', async ({ page, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const link = await newStandingLink(agent);
  const email = `zoe@${newDomain()}`;
  await toNoAccount(page, paths.standingInvitation(link.address(true)));
  await expectAccessible(page);
  const mail = await askFor(page, email, mailTo);
  await page.goto(mail.links[0] ?? '');
  await setUp(page);
  await signInAfterwards(page, email);
  await expect(page.getByLabel('Include delegated administration permissions')).toBeChecked();
  await accept(page);
});

test('of two colleagues the second asks the first', async ({ page, mailTo }) => {
  const [, agent] = await partnerWith('admin_agent');
  const { token } = await newRequest(agent);
  const domain = newDomain();
  await toNoAccount(page, paths.invitation(token));
  const first = await askFor(page, `ada@${domain}`, mailTo);
  await page.getByRole('button', { name: 'Enter another address' }).click();
  const second = await askFor(page, `bob@${domain}`, mailTo);
  await page.goto(first.links[0] ?? '');
  await setUp(page);
  await page.goto(second.links[0] ?? '');
  await title(page, 'Contoso is set up already');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask the administrators' }).click();
  await expect(page.getByText('We asked the administrators')).toBeVisible();
  await expectAccessible(page);
  expect((await mailTo(`ada@${domain}`))[0]?.subject).toMatch(/waits for an answer of Contoso$/);
});

test('a manufacturer’s link says which account it takes', async ({ page, mailTo }) => {
  const { tenant } = await newPartner('oem');
  const link = await newStandingLink(await newPerson(tenant, 'admin_agent'));
  await toNoAccount(page, paths.standingInvitation(link.address()));
  await expect(page.getByText('ends with .onmicrosoft.com, so enter such an address')).toBeVisible();
  const mail = await askFor(page, `zoe@${newDomain()}`, mailTo);
  await page.goto(mail.links[0] ?? '');
  await expect(page.getByText('A device manufacturer needs another account')).toBeVisible();
  await expectWellMade(page, page.url());
});

test('dead links are explained, and opening one changes nothing', async ({ page, mailTo }) => {
  for (const path of [
    paths.signUp(),
    paths.signUp('nonsense'),
    paths.signUpLink('A'.repeat(43)),
    paths.signUpLink('nonsense'),
  ]) {
    await page.goto(path);
    await title(page, 'Link not found');
  }
  await expectAccessible(page);
  const [, agent] = await partnerWith('admin_agent');
  const { token } = await newRequest(agent);
  const email = `zoe@${newDomain()}`;
  await toNoAccount(page, paths.invitation(token));
  await expectWellMade(page, page.url());
  const older = await askFor(page, email, mailTo);
  await page.getByRole('button', { name: 'Enter another address' }).click();
  const newer = await askFor(page, email, mailTo);
  await page.goto(older.links[0] ?? '');
  await title(page, 'There is a newer link');
  await page.goto(newer.links[0] ?? '');
  await expectWellMade(page, page.url());
});
