import { customerWith, expect, partnerWith, test } from './fixtures';

/** The reason the portal exists, as the three people live it, each in a browser of their own. */
test('a partner asks, an administrator countersigns, and devices get registered', async ({ signedIn, mailTo }) => {
  test.setTimeout(120_000);
  const [partner, agentPerson] = await partnerWith('admin_agent');
  const [customer, adminPerson, colleaguePerson] = await customerWith('global_admin', 'user');
  const agent = await signedIn(agentPerson);
  const admin = await signedIn(adminPerson);
  const colleague = await signedIn(colleaguePerson);

  await test.step('the agent has no customer yet and asks one, with delegated administration', async () => {
    await agent.goto('/partner');
    await agent.getByRole('link', { name: 'Customers', exact: true }).click();
    await expect(agent.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
    await expect(agent.getByText(customer.domain)).toBeHidden();
    await agent.getByRole('link', { name: 'Request a reseller relationship' }).first().click();
    await agent.getByLabel('Recipient name').fill(adminPerson.name);
    await agent.getByLabel('Recipient email').fill(adminPerson.email);
    await agent.getByLabel('Organization').fill(customer.name);
    await agent.getByLabel('Include delegated administration permissions').check();
    await agent.getByRole('button', { name: 'Send request' }).click();
    await expect(agent.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible();
    const row = agent.getByRole('row').filter({ hasText: adminPerson.email });
    await expect(row).toContainText(customer.name);
    await expect(row).toContainText('Sent');
  });

  const [mail] = await mailTo(adminPerson.email);
  const link = mail?.links[0] ?? '';
  expect(mail?.subject).toContain(partner.name);
  expect(link).toContain('/invitation/');

  await test.step('a colleague who opens the link cannot decide, and the link stays good', async () => {
    await colleague.goto(link);
    await expect(colleague.getByRole('heading', { level: 1, name: 'Permission required' })).toBeVisible();
    await expect(colleague.getByText(adminPerson.name)).toBeVisible();
    await expect(colleague.getByRole('button', { name: 'Accept' })).toBeHidden();
  });

  await test.step('the administrator reads what is asked, leaves administration out, and accepts', async () => {
    await admin.goto(link);
    await expect(admin).toHaveURL(/\/admin\/partner-invitation\?request=/);
    expect(admin.url()).not.toContain(link.split('/').at(-1));
    await expect(admin.getByText(partner.domain).first()).toBeVisible();
    await expect(admin.getByText(adminPerson.email)).toBeVisible();
    const administration = admin.getByRole('checkbox', { name: 'Include delegated administration permissions' });
    await expect(administration).toBeChecked();
    await administration.uncheck();
    const yes = admin.getByRole('checkbox', { name: 'Yes', exact: true });
    await expect(yes).not.toBeChecked();
    await admin.getByRole('button', { name: 'Accept' }).click();
    await expect(yes).toHaveAttribute('aria-invalid', 'true');
    await yes.check();
    await admin.getByRole('button', { name: 'Accept' }).click();
    await expect(admin.getByRole('heading', { level: 1, name: 'Consent granted' })).toBeVisible();
    await admin.getByRole('link', { name: 'Partner relationships', exact: true }).click();
    await expect(admin.getByRole('row').filter({ hasText: partner.name })).toBeVisible();
  });

  await test.step('the agent sees the customer on the next load, and who accepted', async () => {
    await agent.goto('/partner/customers');
    const row = agent.getByRole('row').filter({ hasText: customer.domain });
    await expect(row).toContainText(customer.name);
    await expect(row).toContainText('Not granted');
    await agent.getByRole('link', { name: 'Requests', exact: true }).click();
    const request = agent.getByRole('row').filter({ hasText: adminPerson.email });
    await expect(request).toContainText('Accepted');
    await expect(request).toContainText(adminPerson.name);
    await expect(request).toContainText('just now');
    const [told] = await mailTo(agentPerson.email);
    expect(told?.text).toContain(adminPerson.name);
  });

  await test.step('the agent uploads a device file and finds its devices', async () => {
    await agent.goto('/partner/customers');
    await agent.getByRole('link', { name: customer.name }).click();
    await agent.getByRole('link', { name: 'Upload devices' }).click();
    const serial = (at: number) => `ST-${customer.id.slice(-6)}-${at}`;
    const rows = Array.from({ length: 30 }, (_, at) => `${serial(at)},,,Contoso Devices,Atlas 13`);
    const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';
    const buffer = Buffer.from([header, ...rows, ''].join('\r\n'));
    await agent.getByLabel('Device file').setInputFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer });
    await agent.getByLabel('Batch name').fill('First laptops');
    await agent.getByRole('button', { name: /^Register/ }).click();
    await expect(agent).toHaveURL(/\/partner\/uploads\//);
    await expect(agent.getByText('30 devices registered')).toBeVisible();
    await agent.getByRole('link', { name: 'See the devices' }).click();
    await expect(
      agent
        .getByRole('row')
        .filter({ hasText: serial(7) })
        .first(),
    ).toBeVisible();
  });
});
