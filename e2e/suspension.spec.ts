import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { newProgram } from '@/lib/testing/api-calls';
import { newConsent, newCustomer, newPerson, newTenant } from '@/lib/testing/tenants';
import { closeDone, expect, expectAccessible, test } from './fixtures';

const reason = 'Customers report devices that are not theirs.';

test('support suspends a partner with four eyes, its next click and call are refused, and it comes back', async ({
  signedIn,
  mailTo,
}) => {
  const partner = await newTenant('partner', { partnerType: 'direct' });
  const program = await newProgram((request) => fetch(request), { origin: env.APP_ORIGIN, tenant: partner });
  const agentPerson = await newPerson(partner, 'admin_agent');
  const customer = await newCustomer();
  await newConsent(customer, partner);
  const operator = await newTenant('operator');
  const lead = await signedIn(await newPerson(operator, 'support_admin'));
  const colleague = await signedIn(await newPerson(operator, 'support_admin'));
  const agent = await signedIn(agentPerson);
  await agent.goto(paths.customers());
  await expect(agent.getByRole('link', { name: customer.tenant.name })).toBeVisible();
  expect((await program.ask('GET', '/customers')).json.totalCount).toBe(1);

  await lead.goto(paths.supportTenant(partner.id));
  const card = lead.locator('section').filter({ has: lead.getByRole('heading', { name: 'Suspension', exact: true }) });
  await card.getByRole('button', { name: 'Propose suspension' }).click();
  const proposal = lead.getByRole('dialog');
  await proposal.getByRole('button', { name: 'Propose suspension' }).click();
  await expect(proposal.getByText('Say why, in a sentence or two.')).toBeVisible();
  await proposal.getByLabel('Reason').fill(reason);
  await proposal.getByRole('button', { name: 'Propose suspension' }).click();
  await expect(proposal).toContainText('It is proposed');
  await closeDone(proposal);
  await expect(card.getByText('another support administrator confirms it')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Confirm suspension' })).toHaveCount(0);
  await expectAccessible(lead);
  expect((await program.ask('GET', '/customers')).status).toBe(200);

  await colleague.goto(paths.suspensions());
  await expectAccessible(colleague);
  await colleague.getByRole('link', { name: partner.name }).click();
  await colleague.getByRole('button', { name: 'Confirm suspension' }).click();
  const decision = colleague.getByRole('dialog');
  await decision.getByRole('button', { name: 'Confirm suspension' }).click();
  await expect(decision).toContainText(`${partner.name} is suspended.`);
  await closeDone(decision);
  await expectAccessible(colleague);

  const refused = await program.ask('GET', '/customers');
  expect([refused.status, refused.json.code]).toEqual([403, '2032']);
  expect(refused.json.description).toContain(`Support has suspended the organization ${partner.name}`);
  await agent.goto(paths.customers());
  await expect(agent.getByText(`${partner.name} is suspended`)).toBeVisible();
  await expect(agent.getByText(reason)).toBeVisible();
  await expect(agent.getByRole('link', { name: customer.tenant.name })).toHaveCount(0);
  await expectAccessible(agent);
  await agent.goto(paths.requestRelationship());
  await agent.getByLabel('Recipient name').fill('Ada Lovelace');
  await agent.getByLabel('Recipient email').fill('ada@nobody.example');
  await agent.getByLabel('Organization').fill('Contoso');
  await agent.getByRole('button', { name: 'Send request' }).click();
  await expect(agent.getByText('Support has suspended your organization.')).toBeVisible();
  await agent.goto(paths.activity(paths.partner()));
  await expect(agent.getByText(`Suspended ${partner.name}`)).toBeVisible();
  expect((await mailTo(agentPerson.email))[0]?.subject).toContain(`Countersign support suspended ${partner.name}`);

  const admin = await signedIn(customer.admin);
  await admin.goto(paths.relationships());
  await expect(admin.getByText('Suspended by support').first()).toBeVisible();
  await expect(admin.getByRole('button', { name: 'End relationship' }).first()).toBeEnabled();
  await expectAccessible(admin);

  await colleague.getByRole('button', { name: 'Reinstate' }).click();
  const end = colleague.getByRole('dialog');
  await end.getByLabel('Reason').fill('The partner explained it.');
  await end.getByRole('button', { name: 'Reinstate' }).click();
  await expect(end).toContainText('is reinstated');
  await closeDone(end);
  expect((await program.ask('GET', '/customers')).json.totalCount).toBe(1);
  await agent.goto(paths.customers());
  await expect(agent.getByRole('link', { name: customer.tenant.name })).toBeVisible();
  await expect(agent.getByText(`${partner.name} is suspended`)).toHaveCount(0);
});

test('an API client is suspended alone; its owner sees it, and other programs go on', async ({ signedIn }) => {
  const partner = await newTenant('partner', { partnerType: 'direct' });
  const given = { origin: env.APP_ORIGIN, tenant: partner };
  const stopped = await newProgram((request) => fetch(request), given);
  const other = await newProgram((request) => fetch(request), given);
  const operator = await newTenant('operator');
  const agent = await signedIn(await newPerson(operator, 'support_agent'));
  const lead = await signedIn(await newPerson(operator, 'support_admin'));

  await agent.goto(paths.supportTenant(partner.id));
  const row = agent.getByRole('row').filter({ hasText: stopped.client.id });
  await row.getByRole('button', { name: 'Propose suspension' }).click();
  const proposal = agent.getByRole('dialog');
  await proposal.getByLabel('Reason').fill(reason);
  await proposal.getByRole('button', { name: 'Propose suspension' }).click();
  await closeDone(proposal);
  await row.getByRole('link', { name: /^Proposed/ }).click();
  await expect(agent.getByText('A support administrator confirms it or turns it down.')).toBeVisible();

  await lead.goto(new URL(agent.url()).pathname);
  await lead.getByRole('button', { name: 'Confirm suspension' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Confirm suspension' }).click();
  await expect(lead.getByRole('dialog')).toContainText('is suspended');
  expect((await stopped.ask('GET', '/customers')).status).toBe(403);
  expect((await other.ask('GET', '/customers')).status).toBe(200);

  const owner = await signedIn(await newPerson(partner, 'global_admin'));
  await owner.goto(paths.apiClients());
  await expect(owner.getByText('Suspended by support')).toHaveCount(1);
  await expectAccessible(owner);
});
