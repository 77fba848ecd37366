import { eq } from 'drizzle-orm';
import { db } from '@/db';
import { consentRequests, requestDays } from '@/db/schema';
import { days, later, now, setClock } from '@/lib/clock';
import { dailyLimit } from '@/lib/consent/daily-limit';
import { declineRequest } from '@/lib/consent/decline-request';
import { paths } from '@/lib/paths';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { closeDone, customerWith, expect, expectAccessible, partnerWith, test } from './fixtures';

test('a request is sent again: the old link says so, the new one is accepted', async ({ signedIn, mailTo }) => {
  const [, agentPerson] = await partnerWith('sales_agent');
  const [customer, adminPerson] = await customerWith('global_admin');
  const to = { recipientEmail: adminPerson.email, recipientName: 'Ada King', organization: customer.name };
  const old = await newRequest(agentPerson, { ...to, dap: true });
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requests());
  await agent.getByRole('link', { name: 'Ada King' }).click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Request to Ada King' })).toBeVisible();
  await agent.getByRole('link', { name: 'Resend', exact: true }).click();
  await agent.getByLabel('The link works for').selectOption('30 days');
  await expectAccessible(agent);
  await agent.getByRole('button', { name: 'Resend request' }).click();
  await expect(agent.getByText('Sent again', { exact: true })).toBeVisible();
  await expect(agent.getByText('Works for 30 days')).toBeVisible();
  await agent.getByRole('link', { name: 'The request before it' }).click();
  await expect(agent.getByText('Superseded', { exact: true })).toBeVisible();
  await expect(agent.getByRole('link', { name: 'The newer request' })).toBeVisible();
  await expectAccessible(agent);

  const admin = await signedIn(adminPerson);
  await admin.goto(paths.invitation(old.token));
  await expect(admin.getByRole('heading', { level: 1, name: 'There is a newer link' })).toBeVisible();
  const [mail] = await mailTo(adminPerson.email);
  await admin.goto(mail?.links[0] ?? '');
  await admin.getByLabel('Include delegated administration permissions').uncheck();
  await admin.getByRole('checkbox', { name: 'Yes' }).check();
  await admin.getByRole('button', { name: 'Accept' }).click();
  await expect(admin.getByRole('heading', { name: 'Consent granted' })).toBeVisible();

  await agent.goto(paths.requests({ state: 'accepted' }));
  const row = agent.getByRole('row').filter({ hasText: adminPerson.email });
  await expect(row).toContainText('delegated administration left out');
  await row.getByRole('link', { name: 'Ada King' }).click();
  await expect(agent.getByText('Delegated administration was asked for and left out')).toBeVisible();
  await expect(agent.getByText(`${adminPerson.name} of ${customer.name} accepted`)).toBeVisible();
});

test('a request is taken back, and its link is dead', async ({ signedIn }) => {
  const [, agentPerson] = await partnerWith('admin_agent');
  const [, adminPerson] = await customerWith('global_admin');
  const link = await newRequest(agentPerson, { recipientEmail: adminPerson.email });
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.request(link.requestId));
  await agent.getByRole('button', { name: 'Cancel request' }).click();
  const dialog = agent.getByRole('dialog');
  await expect(dialog).toContainText('The link stops working at once');
  await dialog.getByRole('button', { name: 'Cancel request' }).click();
  await closeDone(dialog);
  await expect(agent.getByText(`${agentPerson.name} took it back`)).toBeVisible();
  await expect(agent.getByRole('link', { name: 'Ask again' })).toBeVisible();
  const admin = await signedIn(adminPerson);
  await admin.goto(paths.invitation(link.token));
  await expect(admin.getByRole('heading', { level: 1, name: 'This request was withdrawn' })).toBeVisible();
});

test('a draft is saved unfinished, found again by a colleague, finished and sent', async ({ signedIn, mailTo }) => {
  const [, agentPerson, colleaguePerson] = await partnerWith('admin_agent', 'sales_agent');
  const [customer, adminPerson] = await customerWith('global_admin');
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requestRelationship());
  await agent.getByRole('button', { name: 'Save as draft' }).click();
  await expect(agent.getByText('Fill in at least one field to save a draft.')).toBeVisible();
  await agent.getByLabel('Organization').fill(customer.name);
  await agent.getByLabel('The link works for').selectOption('7 days');
  await agent.getByRole('button', { name: 'Save as draft' }).click();
  await expect(agent.getByText('Draft saved')).toBeVisible();
  await expect(agent.getByRole('row').filter({ hasText: customer.name })).toContainText('Draft');

  const colleague = await signedIn(colleaguePerson);
  await colleague.goto(paths.requests({ state: 'draft' }));
  await colleague.getByRole('link', { name: 'No name yet' }).click();
  await expect(colleague.getByLabel('Organization')).toHaveValue(customer.name);
  await expect(colleague.getByLabel('The link works for')).toHaveValue('7');
  await colleague.getByRole('button', { name: 'Send request' }).click();
  await expect(colleague.getByText('Enter a name.')).toBeVisible();
  await colleague.getByLabel('Recipient name').fill('see evil.example');
  await colleague.getByLabel('Recipient email').fill(adminPerson.email);
  await colleague.getByRole('button', { name: 'Send request' }).click();
  await expect(colleague.getByText('This reads like a web address.', { exact: false })).toBeVisible();
  await colleague.getByLabel('Recipient name').fill('Ada King');
  await colleague.getByRole('button', { name: 'Send request' }).click();
  await expect(colleague.getByText('Request sent')).toBeVisible();
  await expect(colleague.getByRole('row').filter({ hasText: adminPerson.email })).toContainText('Sent');
  expect(await mailTo(adminPerson.email)).toHaveLength(1);
});

test('a draft is discarded', async ({ signedIn }) => {
  const [, agentPerson] = await partnerWith('admin_agent');
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requestRelationship());
  await agent.getByLabel('Recipient name').fill('Ada King');
  await agent.getByRole('button', { name: 'Save as draft' }).click();
  await agent.getByRole('link', { name: 'Ada King' }).click();
  await expectAccessible(agent);
  await agent.getByRole('button', { name: 'Discard draft' }).click();
  const dialog = agent.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Discard draft' }).click();
  await closeDone(dialog);
  await expect(agent.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible();
  await expect(agent.getByRole('row').filter({ hasText: 'Ada King' })).toContainText('Canceled');
});

test('a request that ran out and was asked for is sent again', async ({ signedIn, mailTo }) => {
  const [, agentPerson] = await partnerWith('admin_agent');
  const [, adminPerson] = await customerWith('global_admin');
  setClock(() => later(new Date(), -days(15)));
  const link = await newRequest(agentPerson, { recipientEmail: adminPerson.email }).finally(() => setClock());
  await db.update(consentRequests).set({ renewalAskedAt: now() }).where(eq(consentRequests.id, link.requestId));
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requests({ state: 'expired' }));
  const row = agent.getByRole('row').filter({ hasText: adminPerson.email });
  await expect(row).toContainText('asked for a new link');
  await row.getByRole('link', { name: 'Ada Lovelace' }).click();
  await expect(agent.getByText('Asked for a new link')).toBeVisible();
  await expect(agent.getByRole('listitem').filter({ hasText: /^Expired without an answer/ })).toBeVisible();
  await agent.getByRole('link', { name: 'Resend', exact: true }).click();
  await agent.getByRole('button', { name: 'Resend request' }).click();
  await expect(agent.getByText('Sent again', { exact: true })).toBeVisible();
  const admin = await signedIn(adminPerson);
  await admin.goto((await mailTo(adminPerson.email))[0]?.links[0] ?? '');
  await expect(admin.getByRole('heading', { level: 1, name: 'Partner relationship request' })).toBeVisible();
});

test('whoever sent a request reads why it was declined, and asks again', async ({ signedIn }) => {
  const [, agentPerson] = await partnerWith('admin_agent');
  const [customer, adminPerson] = await customerWith('global_admin');
  // So long ago that the open page has nothing to catch up with.
  setClock(() => later(new Date(), -days(1)));
  const link = await newRequest(agentPerson, { recipientEmail: adminPerson.email, organization: customer.name });
  const reason = 'We have a partner already. <b>Thank you</b>';
  await declineRequest(adminPerson, { ...link, reason }).finally(() => setClock());
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.request(link.requestId));
  await expect(agent.getByText(reason)).toBeVisible();
  await expectAccessible(agent);
  await agent.getByRole('link', { name: 'Ask again' }).click();
  await expect(agent.getByLabel('Recipient email')).toHaveValue(adminPerson.email);
  await agent.getByRole('button', { name: 'Send request' }).click();
  await expect(agent.getByText('Request sent')).toBeVisible();
});

test('at the limit of a day, the form says so and sends nothing', async ({ signedIn, mailTo }) => {
  const [partner, agentPerson] = await partnerWith('admin_agent');
  const [, adminPerson] = await customerWith('global_admin');
  await db.insert(requestDays).values({ partnerId: partner.id, day: dailyLimit(now(), now()).day, sent: 50 });
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requestRelationship());
  await expect(agent.getByText('Your organization has sent its 50 requests of today', { exact: false })).toBeVisible();
  await agent.getByLabel('Recipient name').fill('Ada King');
  await agent.getByLabel('Recipient email').fill(adminPerson.email);
  await agent.getByLabel('Organization').fill('Contoso');
  await agent.getByRole('button', { name: 'Send request' }).click();
  await expect(agent.getByRole('alert').filter({ hasText: '50 requests of today' })).toBeVisible();
  await expect(agent.getByLabel('Recipient name')).toHaveValue('Ada King');
  expect(await mailTo(adminPerson.email)).toEqual([]);
});

test('many are asked at once: a list is pasted, mended in place and sent, each with a link of their own', async ({
  signedIn,
  mailTo,
}) => {
  const [, agentPerson] = await partnerWith('sales_agent');
  const customers = await Promise.all([1, 2, 3].map(() => customerWith('global_admin')));
  const [one, two, three] = customers.map(([tenant, admin]) => ({ tenant, admin }));
  if (!one || !two || !three) throw new Error('no customers');
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requestRelationship());
  await agent.getByRole('link', { name: 'Ask many at once' }).click();
  await expect(agent.getByRole('heading', { level: 1, name: 'Ask many at once' })).toBeVisible();
  const list = [
    'Organization;E-mail;Name',
    `${one.tenant.name};${one.admin.email};Ada One`,
    `${two.tenant.name};${two.admin.email};see evil.example`,
    `${three.tenant.name};${one.admin.email};Ada Three`,
  ];
  await agent.getByLabel('Paste a list').fill(list.join('\n'));
  await agent.getByRole('button', { name: 'Add to the list' }).click();
  await expect(agent.getByText('3 recipients, 2 to fix')).toBeVisible();
  await expect(agent.getByText('This reads like a web address.', { exact: false })).toBeVisible();
  await expect(agent.getByText('The same address as in row 1.')).toBeVisible();
  await expectAccessible(agent);
  await agent.getByLabel('Include delegated administration permissions').check();
  await agent.getByRole('button', { name: 'Send 1 request', exact: true }).click();
  await expect(agent.getByText('1 request sent')).toBeVisible();
  await expect(agent.getByText('2 recipients, 2 to fix')).toBeVisible();
  await expect(agent.getByText('A request of this list was sent to this address.')).toBeVisible();

  await agent.getByLabel('Recipient name, row 1').fill('Ada Two');
  await agent.getByLabel('Recipient email, row 2').fill(three.admin.email);
  await agent.getByRole('button', { name: 'Send 2 requests' }).click();
  await expect(agent.getByText('2 requests sent')).toBeVisible();
  await expect(agent.getByRole('table')).toBeHidden();
  const links = [];
  for (const { admin } of [one, two, three]) {
    const mails = await mailTo(admin.email);
    expect(mails).toHaveLength(1);
    links.push(...(mails[0]?.links ?? []));
  }
  expect(new Set(links).size).toBe(3);
  await agent.getByRole('link', { name: 'See your requests' }).click();
  for (const { admin } of [one, two, three])
    await expect(agent.getByRole('row').filter({ hasText: admin.email })).toContainText('delegated administration');
});

test('of a file with more than the day allows, the rest stays in the list', async ({ signedIn }) => {
  const [partner, agentPerson] = await partnerWith('admin_agent');
  await db.insert(requestDays).values({ partnerId: partner.id, day: dailyLimit(now(), now()).day, sent: 38 });
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.requestMany());
  const rows = Array.from({ length: 14 }, (_, at) => `Müller ${at},p${at}@${partner.id}.example,Contoso ${at}`);
  const buffer = Buffer.from(rows.join('\r\n'), 'latin1');
  await agent.getByLabel('Or choose a file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer });
  await expect(agent.getByLabel('Recipient name, row 14')).toHaveValue('Müller 13');
  await expect(agent.getByText('Only the first 12 of 14 can be sent today.', { exact: false })).toBeVisible();
  await agent.getByRole('button', { name: 'Send 12 requests' }).click();
  await expect(agent.getByText('12 requests sent')).toBeVisible();
  await expect(agent.getByText('2 recipients', { exact: true })).toBeVisible();
  await expect(agent.getByText('has sent its 50 requests of today', { exact: false })).toBeVisible();
  await expect(agent.getByRole('button', { name: 'Send 0 requests' })).toBeDisabled();
});

test('another partner finds nothing at the address of a request', async ({ signedIn }) => {
  const [, owner] = await partnerWith('admin_agent');
  const [, strangerPerson] = await partnerWith('admin_agent');
  const [, adminPerson] = await customerWith('global_admin');
  const link = await newRequest(owner, { recipientEmail: adminPerson.email });
  await acceptAs(adminPerson, link);
  const stranger = await signedIn(strangerPerson);
  for (const path of [paths.request(link.requestId), paths.resendRequest(link.requestId)]) {
    expect((await stranger.goto(path))?.status()).toBe(404);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  }
});
