import { days, later, now } from '@/lib/clock';
import { refuseRelease } from '@/lib/conflicts/refuse-release';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { paths } from '@/lib/paths';
import { askRemoval } from '@/lib/support/ask-removal';
import { heldBy, newConflict, newSupporter, refused } from '@/lib/testing/conflicts';
import { newInvitation } from '@/lib/testing/invitations';
import { newProfile } from '@/lib/testing/profiles';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newConsent, newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { customerWith, expect, expectWellMade, partnerWith, test } from './fixtures';

test.describe.configure({ timeout: 240_000 });

test('pages that anybody sees', async ({ page }) => {
  for (const path of [paths.home(), paths.signIn(), paths.mailbox(), '/nothing-here', paths.invitation('nonsense')])
    await expectWellMade(page, path);
});

test('pages of the Partner Center', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [customer, admin] = await customerWith('global_admin');
  await acceptAs(
    admin,
    await newRequest(agent, { recipientEmail: admin.email, organization: customer.name, dap: true }),
    true,
  );
  const open = await newRequest(agent);
  const page = await signedIn(agent);
  await page.goto(paths.uploadDevices(customer.id));
  const content = `Device Serial Number,Manufacturer name,Device model\r\nA11Y-${customer.id},Contoso,Atlas\r\n,,\r\n,Contoso,Atlas\r\n`;
  const file = { name: 'devices.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Device file').setInputFiles(file);
  await page.getByRole('button', { name: /^Register/ }).click();
  await expect(page.getByRole('link', { name: 'Download rejected rows' })).toBeVisible();
  for (const path of [
    new URL(page.url()).pathname,
    paths.partner(),
    paths.customers(),
    paths.customers({ q: 'nobody has this name' }),
    paths.customer(customer.id),
    paths.customerDevices(customer.id),
    paths.uploadDevices(customer.id),
    paths.requests(),
    paths.request(open.requestId),
    paths.resendRequest(open.requestId),
    paths.requestRelationship(),
    paths.requestMany(),
    paths.standingLink(),
    paths.activity(paths.partner(), { steps: '1' }),
    paths.activity(paths.partner(), { person: 'nobody has this name' }),
    paths.customer('nonsense'),
    paths.admin(),
  ])
    await expectWellMade(page, path);
});

test('pages of the Admin Center and Support', async ({ signedIn }) => {
  const [, agent] = await partnerWith('admin_agent');
  const [customer, admin, user] = await customerWith('global_admin', 'user');
  const open = await newRequest(agent, { recipientEmail: admin.email, dap: true });
  const page = await signedIn(admin);
  await expectWellMade(page, paths.admin());
  await expectWellMade(page, paths.invitation(open.token));
  await acceptAs(admin, open, true);
  await expectWellMade(page, paths.invitationDecided(open.requestId));
  const [receipt] = await receiptsOfRequest(admin, { requestId: open.requestId });
  await expectWellMade(page, paths.receipt(receipt?.id ?? ''));
  const oem = await newTenant('partner', { partnerType: 'oem' });
  const side = { tenant: customer, admin };
  const consentId = await newConsent(side, oem, { kind: 'oem', grantedAt: later(now(), -days(100)) });
  await newConsent(side, (await newPartner('direct')).tenant, { revokedAt: now(), revokedBy: admin.id });
  const asked = await askRemoval(admin, { consentId, reason: 'No longer needed' });
  await expectWellMade(page, paths.relationships());
  await expectWellMade(page, paths.activity(paths.admin()));
  const second = await newRequest(agent, { recipientEmail: admin.email });
  await expectWellMade(await signedIn(user), paths.invitation(second.token));
  const support = await signedIn(await newPerson(await newTenant('operator'), 'support_agent'));
  await expectWellMade(support, paths.support());
  await expectWellMade(support, paths.activity(paths.support()));
  await expectWellMade(support, paths.notifications(paths.support()));
  await expectWellMade(support, paths.removals());
  await expectWellMade(support, paths.removal(asked.ok ? asked.id : ''));
  await expectWellMade(await signedIn(agent), paths.partnerReceipt(receipt?.id ?? ''));
});

test('pages of a device conflict', async ({ signedIn }) => {
  const { holder, asker, uploadId, conflictId } = await newConflict();
  const contested = await refused(asker, await heldBy(holder));
  const page = await signedIn(asker.actor);
  for (const path of [
    paths.upload(uploadId),
    paths.upload(contested),
    paths.askRelease({ upload: contested, row: '1' }),
    paths.askRelease({ upload: 'nonsense', row: '1' }),
    paths.conflicts(),
    paths.conflicts({ show: 'received' }),
    paths.conflict(conflictId),
  ])
    await expectWellMade(page, path);
  const administrator = await signedIn(holder.customer.admin);
  await expectWellMade(administrator, paths.askedReleases());
  await expectWellMade(administrator, paths.askedRelease(conflictId));
  await refuseRelease(holder.actor, { conflictId, reason: 'It is ours.' });
  const support = await signedIn(await newSupporter());
  await expectWellMade(support, paths.supportConflicts());
  await expectWellMade(support, paths.supportConflicts({ show: 'settled' }));
  await expectWellMade(support, paths.supportConflict(conflictId));
});

test('pages of profiles', async ({ signedIn }) => {
  const [partner, agent] = await partnerWith('admin_agent');
  const [customer, admin, intune] = await customerWith('global_admin', 'intune_admin');
  await newConsent({ tenant: customer, admin }, partner);
  const settings = ['skip_express_settings' as const, 'skip_eula' as const];
  const profile = await newProfile(agent, customer.id, { name: 'x'.repeat(64), settings, acceptsTerms: true });
  const page = await signedIn(agent);
  for (const path of [paths.profiles(customer.id), paths.newProfile(customer.id), paths.profile(customer.id, profile)])
    await expectWellMade(page, path);
  const own = await signedIn(intune);
  for (const path of [paths.ownProfiles(), paths.newOwnProfile(), paths.ownDevices()]) await expectWellMade(own, path);
});

test('pages of a partnership', async ({ signedIn }) => {
  const provider = await newPartner('indirect_provider', 'global_admin');
  const reseller = await newPartner('indirect_reseller', 'global_admin');
  const { link } = await newInvitation(provider.actor);
  const admin = await signedIn(reseller.actor);
  await expectWellMade(admin, link);
  await newPartnerLink(provider.tenant, reseller.tenant);
  await expectWellMade(admin, paths.providers());
  const owner = await signedIn(provider.actor);
  for (const path of [paths.resellers(), paths.inviteReseller(), paths.customers()]) await expectWellMade(owner, path);
});
