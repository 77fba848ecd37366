import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { aboutPartner, newNameChange, newWaiting } from '@/lib/testing/applications';
import { newIssued, newSupport } from '@/lib/testing/oem-links';
import { goodPassword } from '@/lib/testing/people';
import { newRequest } from '@/lib/testing/requests';
import { newCustomer, newPerson, newTenant } from '@/lib/testing/tenants';
import {
  closeDone,
  customerWith,
  expect,
  expectAccessible,
  expectWellMade,
  type Mail,
  partnerWith,
  test,
} from './fixtures';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });
const openDialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

/** The newest mail to an address, once there are so many. */
async function mailNumber(count: number, address: string, mailTo: (address: string) => Promise<Mail[]>): Promise<Mail> {
  await expect(async () => expect(await mailTo(address)).toHaveLength(count)).toPass();
  const [newest] = await mailTo(address);
  if (!newest) throw new Error(`nothing was mailed to ${address}`);
  return newest;
}

type Input = ReturnType<typeof aboutPartner>;

/** Fills the form in, but for what is given otherwise, and sends it. */
async function fillIn(page: Page, input: Input): Promise<void> {
  await page.getByLabel('Organization').fill(input.organization);
  await page.getByLabel('Country').selectOption(input.country);
  await page.getByLabel('Domain').fill(input.domain);
  await page.getByLabel('Direct partner', { exact: true }).check();
  await page.getByLabel('MPN ID').fill(input.mpnId ?? '');
  await page.getByLabel('Your name').fill(input.contactName);
  await page.getByLabel('Email').fill(input.contactEmail);
  await page.getByRole('button', { name: 'Apply' }).click();
}

async function confirmFrom(page: Page, mail: Mail): Promise<void> {
  await page.goto(mail.links[0] ?? '');
  await title(page, 'Confirm your application');
  await page.getByRole('button', { name: 'Confirm application' }).click();
  await expect(page.getByText('Your application is with support')).toBeVisible();
}

test('an organization applies, support approves, and its first person joins and signs in', async ({
  page,
  signedIn,
  mailTo,
  request,
}) => {
  test.setTimeout(120_000);
  const input = aboutPartner();
  await page.goto(paths.home());
  await page.getByRole('link', { name: 'Become a partner' }).click();
  await title(page, 'Become a partner');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Choose a country.')).toBeVisible();
  await expect(page.getByText('Choose what you are.')).toBeVisible();
  await expectAccessible(page);
  await fillIn(page, { ...input, contactEmail: 'ada@gmail.com', mpnId: '' });
  await expect(page.getByText(`Use an address at ${input.domain}`)).toBeVisible();
  await expect(page.getByText('Only an OEM can go without.')).toBeVisible();
  await page.getByLabel('MPN ID').fill(input.mpnId ?? '');
  await page.getByLabel('Email').fill(input.contactEmail);
  await page.getByRole('button', { name: 'Apply' }).dblclick();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await expectAccessible(page);

  const asked = await mailNumber(1, input.contactEmail, mailTo);
  const link = asked.links[0] ?? '';
  // What a mail scanner does decides nothing.
  for (const method of ['GET', 'HEAD'] as const) await request.fetch(link, { method });
  await page.goto(link);
  expect(new URL(page.url()).pathname).toBe(paths.confirmApplication());
  await title(page, 'Confirm your application');
  await expect(page.getByText(`Ada Byron (${input.contactEmail})`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Confirm application' }).dblclick();
  await expect(page.getByText('Your application is with support')).toBeVisible();
  await page.goto(link);
  await title(page, 'Your application is with support');

  const support = await signedIn(await newSupport());
  await support.goto(paths.support());
  await main(support).getByRole('link', { name: 'Applications' }).click();
  await title(support, 'Partner applications');
  await support.getByRole('link', { name: input.organization }).click();
  await title(support, input.organization);
  await expect(support.getByText('No organization here has a name or a domain like it.')).toBeVisible();
  await support.getByRole('button', { name: 'Approve' }).click();
  await expectAccessible(support);
  await openDialog(support).getByRole('button', { name: 'Approve' }).click();
  await expect(openDialog(support).getByText(`${input.organization} is a partner.`)).toBeVisible();
  await closeDone(openDialog(support));
  await expect(support.getByText('Link sent', { exact: true }).first()).toBeVisible();
  await expectAccessible(support);
  await support.getByRole('button', { name: 'Send the link again' }).click();

  const joining = await mailNumber(3, input.contactEmail, mailTo);
  await page.goto(joining.links[0] ?? '');
  await title(page, 'Set up your account');
  await expect(page.getByText(`You are the first person of ${input.organization} here.`)).toBeVisible();
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Set up account' }).click();
  await expect(page.getByText('Your account is ready')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(input.contactEmail);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await title(page, 'Dashboard');
  await page.goto(paths.organization(paths.partner()));
  await expect(page.getByRole('definition').filter({ hasText: input.mpnId })).toBeVisible();
  await support.reload();
  await expect(support.getByText('Joined', { exact: true })).toBeVisible();
  await page.goto(link);
  await title(page, 'Your application is approved');
});

test('support refuses with a reason, which the contact reads, and they apply again', async ({
  page,
  signedIn,
  mailTo,
}) => {
  const entered = await newWaiting();
  const support = await signedIn(await newSupport());
  await support.goto(paths.partnerApplication(entered.id));
  await support.getByRole('button', { name: 'Refuse' }).click();
  const dialog = openDialog(support);
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(dialog.getByText('Say why, in a sentence or two.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('See www.evil.example');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(dialog.getByText('leave links out')).toBeVisible();
  await expectAccessible(support);
  await dialog.getByLabel('Reason').fill('The MPN ID belongs to somebody else.');
  await dialog.getByRole('button', { name: 'Refuse' }).click();
  await expect(dialog.getByText('The application is refused.')).toBeVisible();
  await closeDone(dialog);
  await expect(support.getByText('The MPN ID belongs to somebody else.').first()).toBeVisible();
  const refusal = await mailNumber(2, entered.contactEmail, mailTo);
  expect(refusal.text.replace(/\s+/g, ' ')).toContain('Support wrote: “The MPN ID belongs to somebody else.”');

  await page.goto(paths.applicationLink(entered.token));
  await title(page, 'Your application was refused');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Apply again' }).click();
  const again = aboutPartner({ domain: entered.domain, contactEmail: entered.contactEmail });
  await fillIn(page, again);
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await confirmFrom(page, await mailNumber(3, entered.contactEmail, mailTo));
});

test('two of support decide at once: one does, the other is told', async ({ signedIn }) => {
  const { id } = await newWaiting();
  const pages = await Promise.all([signedIn(await newSupport()), signedIn(await newSupport())]);
  for (const page of pages) {
    await page.goto(paths.partnerApplication(id));
    await page.getByRole('button', { name: 'Approve' }).click();
  }
  await Promise.all(pages.map((page) => openDialog(page).getByRole('button', { name: 'Approve' }).click()));
  const outcomes = pages.map((page) => page.getByText(/is a partner\. Ada Byron has|A colleague decided it meanwhile/));
  for (const outcome of outcomes) await expect(outcome).toBeVisible();
  const said = await Promise.all(outcomes.map((outcome) => outcome.textContent()));
  expect(said.filter((words) => words?.includes('A colleague decided it meanwhile'))).toHaveLength(1);
});

test('the page answers alike for a domain that is here, and the mail tells its owner', async ({ page, mailTo }) => {
  const [tenant] = await partnerWith('global_admin');
  const input = aboutPartner({ domain: tenant.domain });
  await page.goto(paths.signIn());
  await page.getByRole('link', { name: 'Become a partner' }).click();
  await fillIn(page, input);
  await expect(page.getByText('Look into your mail')).toBeVisible();
  const mail = await mailNumber(1, input.contactEmail, mailTo);
  expect(mail.text.replace(/\s+/g, ' ')).toContain(`with the domain ${tenant.domain} has a place here already`);
});

test('a partner asks for another name, which a customer sees once support approved it', async ({ signedIn }) => {
  const [tenant, owner, agent] = await partnerWith('global_admin', 'admin_agent');
  const [, admin] = await customerWith('global_admin');
  const { token } = await newRequest(agent, { recipientEmail: admin.email });
  const customer = await signedIn(admin);
  await customer.goto(paths.invitation(token));
  await expect(customer.getByText(tenant.name).first()).toBeVisible();

  const page = await signedIn(owner);
  await page.goto(paths.people(paths.partner()));
  await page.getByRole('link', { name: 'Organization' }).click();
  await title(page, 'Organization');
  await expect(page.getByRole('button', { name: 'Copy tenant id' })).toBeVisible();
  await page.getByLabel('New name').fill(tenant.name);
  await page.getByLabel('Why').fill('We have merged.');
  await page.getByRole('button', { name: 'Ask for this name' }).click();
  await expect(page.getByText('This is the name you have.')).toBeVisible();
  await expectAccessible(page);
  const name = `Merged ${tenant.name}`;
  await page.getByLabel('New name').fill(name);
  await page.getByRole('button', { name: 'Ask for this name' }).dblclick();
  await expect(page.getByText('Waiting', { exact: true })).toBeVisible();
  await expect(page.getByLabel('New name')).toBeHidden();
  await expectAccessible(page);

  const support = await signedIn(await newSupport());
  await support.goto(paths.oemLinks());
  const tabs = support.getByRole('navigation', { name: 'Applications' });
  await expect(tabs.getByRole('link', { name: 'OEM links' })).toHaveAttribute('aria-current', 'page');
  await tabs.getByRole('link', { name: 'Names' }).click();
  await title(support, 'Name changes');
  await support.getByRole('link', { name }).click();
  await title(support, name);
  await support.getByRole('button', { name: 'Approve' }).click();
  await openDialog(support).getByRole('button', { name: 'Approve' }).click();
  await expect(openDialog(support).getByText(`The partner is called ${name} now`)).toBeVisible();

  // The partner's open page follows by itself.
  await expect(page.getByText('Approved', { exact: true })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: name }).first()).toBeVisible();
  await customer.reload();
  await expect(customer.getByText(name).first()).toBeVisible();
});

test('support refuses a name, and a partner takes its wish back', async ({ signedIn }) => {
  const [, owner, agent] = await partnerWith('global_admin', 'admin_agent');
  const refused = await newNameChange(owner);
  const support = await signedIn(await newSupport());
  await support.goto(paths.nameChange(refused));
  await support.getByRole('button', { name: 'Refuse' }).click();
  await openDialog(support).getByLabel('Reason').fill('Customers would take it for Contoso.');
  await openDialog(support).getByRole('button', { name: 'Refuse' }).click();
  await expect(openDialog(support).getByText('keeps its name, and has your answer')).toBeVisible();
  const page = await signedIn(owner);
  await page.goto(paths.organization(paths.partner()));
  await expect(page.getByText('Customers would take it for Contoso.')).toBeVisible();
  await newNameChange(owner);
  await page.reload();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible();
  const reader = await signedIn(agent);
  await reader.goto(paths.account(paths.partner()));
  await reader.getByRole('link', { name: 'Organization' }).click();
  await title(reader, 'Organization');
  await expect(reader.getByRole('button', { name: 'Ask for this name' })).toBeHidden();
});

test('a customer says itself how it is called and where it is', async ({ signedIn }) => {
  const tenant = await newTenant('customer', { country: 'ZZ' });
  const admin = await newPerson(tenant, 'global_admin');
  const page = await signedIn(admin);
  await page.goto(paths.organization(paths.admin()));
  await expect(page.getByText('Not known yet')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose a country.', { exact: true })).toBeVisible();
  await page.getByLabel('Country').selectOption('FR');
  await page.getByLabel('Organization').fill(`Renamed ${tenant.name}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'France' })).toBeVisible();
  const user = await signedIn(await newPerson(tenant, 'user'));
  await user.goto(paths.organization(paths.admin()));
  await expect(user.getByRole('definition').filter({ hasText: `Renamed ${tenant.name}` })).toBeVisible();
  await expect(user.getByRole('button', { name: 'Save' })).toBeHidden();
});

test('its pages are well made', async ({ page, signedIn }) => {
  test.setTimeout(240_000);
  for (const path of [paths.apply(), paths.confirmApplication(), paths.applicationLink('nonsense')])
    await expectWellMade(page, path);
  const [, owner] = await partnerWith('global_admin');
  const change = await newNameChange(owner);
  const long = 'W'.repeat(50);
  const waiting = await newWaiting({ organization: long, contactName: long });
  await newWaiting({ organization: `${long.slice(0, 20)} Cloud` });
  await newIssued();
  const support = await signedIn(await newSupport('support_admin'));
  for (const path of [
    paths.partnerApplications(),
    paths.partnerApplications({ show: 'closed' }),
    paths.partnerApplication(waiting.id),
    paths.nameChanges(),
    paths.nameChange(change),
    paths.oemLinks(),
    paths.organization(paths.support()),
  ])
    await expectWellMade(support, path);
  await expectWellMade(await signedIn(owner), paths.organization(paths.partner()));
  await expectWellMade(await signedIn((await newCustomer()).admin), paths.organization(paths.admin()));
});
