import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { goodPassword } from '@/lib/testing/people';
import { enrollApp } from './enroll-app';
import { expect, test } from './fixtures';
import { collectMail } from './mail-collector';
import { newFolder, startPortal } from './own-portal';

const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const dialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await enrollApp(page);
}

/** A browser of their own for somebody who has the link to join, up to where they are signed in with a second factor. */
async function joined(browser: Browser, link: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await title(page, 'Set up your account');
  await page.getByLabel('Password').fill(goodPassword);
  await page.getByRole('button', { name: 'Set up account' }).click();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await signIn(page, email);
  return page;
}

test('from the first start to the first devices, without anything of the demo', async ({ browser }) => {
  test.setTimeout(300_000);
  const mail = await collectMail();
  const { folder, environment } = newFolder();
  const portal = await startPortal({ ...environment, SMTP_URL: mail.url });
  const at = (path: string) => portal.origin + path;
  try {
    const [owner, agentEmail, admin] = ['owner@litware.example', 'agent@litware.example', 'zoe@relecloud.example'];
    // The operator sets the portal up.
    const support = await (await browser.newContext()).newPage();
    await support.goto(portal.link ?? '');
    await support.getByLabel('Organization').fill('Countersign');
    await support.getByLabel('Country').selectOption('DE');
    await support.getByLabel('Domain').fill('operator.example');
    await support.getByLabel('Your name').fill('Ada Byron');
    await support.getByLabel('Email').fill('ada@operator.example');
    await support.getByLabel('Password').fill(goodPassword);
    await support.getByRole('button', { name: 'Set up portal' }).click();
    await support.getByRole('link', { name: 'Sign in' }).last().click();
    await signIn(support, 'ada@operator.example');

    // A partner applies.
    const visitor = await (await browser.newContext()).newPage();
    await visitor.goto(at(paths.home()));
    await visitor.getByRole('link', { name: 'Become a partner' }).click();
    await visitor.getByLabel('Organization').fill('Litware');
    await visitor.getByLabel('Country').selectOption('US');
    await visitor.getByLabel('Domain').fill('litware.example');
    await visitor.getByLabel('Direct partner', { exact: true }).check();
    await visitor.getByLabel('MPN ID').fill('4711001');
    await visitor.getByLabel('Your name').fill('Olga Owner');
    await visitor.getByLabel('Email').fill(owner);
    await visitor.getByRole('button', { name: 'Apply' }).click();
    await visitor.goto(await mail.linkTo(owner, /\/application\//));
    await visitor.getByRole('button', { name: 'Confirm application' }).click();
    await expect(visitor.getByText('Your application is with support')).toBeVisible();

    // Support approves.
    await support.goto(at(paths.support()));
    await support.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Applications' }).click();
    await support.getByRole('link', { name: 'Litware' }).click();
    await support.getByRole('button', { name: 'Approve' }).click();
    await dialog(support).getByRole('button', { name: 'Approve' }).click();
    await expect(dialog(support).getByText('Litware is a partner.')).toBeVisible();

    // Its first person joins and invites an agent.
    const chief = await joined(browser, await mail.linkTo(owner, /\/join\//), owner);
    await title(chief, 'Dashboard');
    await chief.goto(at(paths.invitePerson(paths.partner())));
    await chief.getByLabel('Name', { exact: true }).fill('Ann Agent');
    await chief.getByLabel('Email').fill(agentEmail);
    await chief.getByLabel('Admin agent').check();
    await chief.getByRole('button', { name: /^(Invite|Send invitation)/ }).click();
    const agent = await joined(browser, await mail.linkTo(agentEmail, /\/join\//), agentEmail);

    // The agent asks a customer who was never here.
    await agent.goto(at(paths.requestRelationship()));
    await agent.getByLabel('Recipient name').fill('Zoe Customer');
    await agent.getByLabel('Recipient email').fill(admin);
    await agent.getByLabel('Organization').fill('Relecloud');
    await agent.getByRole('button', { name: 'Send request' }).click();

    // The customer sets up the organization from the mail, with a second factor, and accepts.
    const customer = await (await browser.newContext()).newPage();
    await customer.goto(await mail.linkTo(admin, /\/invitation\//));
    await customer.getByRole('link', { name: 'I have no account here' }).click();
    await customer.getByLabel('Work email').fill(admin);
    await customer.getByRole('button', { name: 'Send me a link' }).click();
    await customer.goto(await mail.linkTo(admin, /\/sign-up\//));
    await title(customer, 'Set up relecloud.example');
    await customer.getByLabel('Organization').fill('Relecloud');
    await customer.getByLabel('Country').selectOption('FR');
    await customer.getByLabel('Your name').fill('Zoe Customer');
    await customer.getByLabel('Password').fill(goodPassword);
    await customer.getByRole('button', { name: 'Set up organization' }).click();
    await customer.getByRole('link', { name: 'Sign in' }).last().click();
    await signIn(customer, admin);
    await title(customer, 'Partner relationship request');
    await customer.getByLabel('Yes', { exact: true }).check();
    await customer.getByRole('button', { name: 'Accept' }).click();
    await title(customer, 'Consent granted');

    // The agent registers its devices.
    await agent.goto(at(paths.customers()));
    await agent.getByRole('link', { name: 'Relecloud' }).click();
    await agent.getByRole('link', { name: 'Upload devices' }).first().click();
    const buffer = readFileSync(join(process.cwd(), '../shared/samples/01-template-tuple.csv'));
    await agent.getByLabel('Device file').setInputFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer });
    await agent.getByLabel('Batch name').fill('First delivery');
    await agent.getByRole('button', { name: /^Register/ }).click();
    const registered = agent
      .locator('dl > div')
      .filter({ has: agent.getByText('Registered', { exact: true }) })
      .getByRole('definition');
    await expect(registered).toHaveText('25', { timeout: 30_000 });
  } finally {
    await portal.stop();
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
