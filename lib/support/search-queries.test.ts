import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { deviceId } from '@/db/bulk/device-id';
import { apiCalls, consents, providerInvitations, users } from '@/db/schema';
import { eventsAbout, eventsOfCall } from '@/lib/audit/subject-queries';
import type { UserActor } from '@/lib/auth/actor';
import { later, minutes, now } from '@/lib/clock';
import { receiptsOfRequest } from '@/lib/consent/receipt-queries';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { receiveDevices } from '@/lib/devices/receive-devices';
import { repairDevice } from '@/lib/devices/repair-device';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { paths } from '@/lib/paths';
import { newNameChange, newWaiting } from '@/lib/testing/applications';
import { newClient } from '@/lib/testing/clients';
import { newConflict, newSupporter } from '@/lib/testing/conflicts';
import { newInvitation } from '@/lib/testing/invitations';
import { newApplication } from '@/lib/testing/oem-links';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { suspend } from '@/lib/testing/suspensions';
import { newConsent, newCustomer, newPartner, newTenant } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { uploadKey } from '@/lib/wire/upload-key';
import { askRemoval } from './ask-removal';
import { getSupportedDevice } from './device-queries';
import { getSupportedRequest } from './request-queries';
import { searchAnything } from './search-queries';
import { getSupportedUpload } from './upload-queries';

let support: UserActor;
beforeEach(async () => {
  support = await newSupporter();
});

const found = async (q: string) => (await searchAnything(support, { q })).groups.flatMap(({ rows }) => rows);
const exact = async (q: string) => (await searchAnything(support, { q })).exact;
/** A word that nothing else in the database begins with. */
const unheard = () => `q${uuidv7().replaceAll('-', '')}`;
const hash = () => Buffer.from(uuidv7().repeat(100)).toString('base64');

describe('an id leads straight to what it names', () => {
  it('of an organization, a person, an API client and a consent', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const customer = await newCustomer();
    const consentId = await newConsent(customer, tenant);
    const client = await newClient({ tenant });
    expect(await exact(tenant.id)).toMatchObject({ kind: 'organization', href: paths.supportTenant(tenant.id) });
    expect(await exact(` ${tenant.id.toUpperCase()} `)).toMatchObject({ id: tenant.id });
    expect(await exact(actor.id)).toMatchObject({ kind: 'person', href: paths.supportTenant(tenant.id) });
    expect(await exact(client.id)).toMatchObject({ kind: 'client', href: paths.supportTenant(tenant.id) });
    expect(await exact(consentId)).toMatchObject({ kind: 'consent', href: paths.supportConsent(consentId) });
  });

  it('of a request, its receipt and an upload', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const link = await newRequest(actor);
    await acceptAs(customer.admin, link);
    const [receipt] = await receiptsOfRequest(actor, { requestId: link.requestId });
    const { id } = await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`));
    expect(await exact(link.requestId)).toMatchObject({ href: paths.supportRequest(link.requestId) });
    expect(await exact(receipt?.id ?? '')).toMatchObject({
      kind: 'receipt',
      href: paths.supportRequest(link.requestId),
    });
    expect(await exact(id)).toMatchObject({ href: paths.supportUpload(id) });
  });

  it('of a removal and of a conflict', async () => {
    const customer = await newCustomer();
    const oem = await newTenant('partner', { partnerType: 'oem' });
    const consentId = await newConsent(customer, oem, { kind: 'oem' });
    const asked = await askRemoval(customer.admin, { consentId, reason: 'No longer needed' });
    const { conflictId } = await newConflict();
    if (!asked.ok) throw new Error(asked.reason);
    expect(await exact(asked.id)).toMatchObject({ href: paths.removal(asked.id) });
    expect(await exact(conflictId)).toMatchObject({ href: paths.supportConflict(conflictId) });
  });

  it('of who wants to become a partner, and of a name that one wants', async () => {
    const { id, organization } = await newWaiting();
    expect(await exact(id)).toMatchObject({
      kind: 'partner_application',
      name: organization,
      href: paths.partnerApplication(id),
    });
    const { actor } = await newPartner('direct', 'global_admin');
    const change = await newNameChange(actor, `Name ${id.slice(-12)}`);
    expect(await exact(change)).toMatchObject({
      kind: 'name_change',
      name: `${actor.tenant.name} wants to be called Name ${id.slice(-12)}`,
      href: paths.nameChange(change),
    });
  });

  it('of a link application, a suspension and an invitation of a provider', async () => {
    const { tenant, applicationId } = await newApplication();
    const partner = await newPartner('direct', 'global_admin');
    const client = await newClient({ tenant: partner.tenant });
    const whole = await suspend(partner.tenant.id);
    const provider = await newPartner('indirect_provider', 'global_admin');
    const invitation = await newInvitation(provider.actor);
    expect(await exact(applicationId)).toMatchObject({
      kind: 'application',
      name: `${tenant.name} asks for its consent link`,
      detail: 'Waiting',
      href: paths.oemLink(applicationId),
    });
    expect(await exact(whole.id)).toMatchObject({
      kind: 'suspension',
      name: partner.tenant.name,
      detail: 'Suspended',
      href: paths.suspension(whole.id),
    });
    await whole.reinstate();
    expect(await exact(whole.id)).toMatchObject({ detail: 'Reinstated' });
    const alone = await suspend(partner.tenant.id, client.id);
    expect(await exact(alone.id)).toMatchObject({ name: `Stock system of ${partner.tenant.name}` });
    expect(await exact(invitation.id)).toMatchObject({
      kind: 'invitation',
      name: `${provider.tenant.name} to Adatum`,
      detail: `Sent, ${invitation.email}`,
      href: paths.supportTenant(provider.tenant.id),
    });
    expect(JSON.stringify(await found(invitation.id))).not.toContain(invitation.token);
    const { id } = await newInvitation(provider.actor);
    await db.update(providerInvitations).set({ expiresAt: now() }).where(eq(providerInvitations.id, id));
    expect(await exact(id)).toMatchObject({ detail: expect.stringContaining('Expired, ') });
  });

  it('and nothing where there is nothing', async () => {
    expect(await searchAnything(support, { q: uuidv7() })).toEqual({ groups: [], exact: null });
  });
});

describe('a text finds what begins with it, whatever its capitals', () => {
  it('organizations by name and domain', async () => {
    const name = unheard();
    const { id, domain } = await newTenant('customer', { name: `${name.toUpperCase()} Ltd` });
    expect(await found(name)).toMatchObject([{ kind: 'organization', id }]);
    expect(await found(domain.slice(0, 10))).toMatchObject([{ id }]);
    expect(await found(name.slice(3))).toEqual([]);
  });

  it('people by name and mail address', async () => {
    const { actor, tenant } = await newPartner('direct', 'global_admin');
    const name = unheard();
    await db
      .update(users)
      .set({ name: `${name} Smith`, nameKey: `${name} smith` })
      .where(eq(users.id, actor.id));
    for (const text of [name.toUpperCase(), actor.email.slice(0, 9)])
      expect(await found(text)).toMatchObject([{ kind: 'person', id: actor.id, href: paths.supportTenant(tenant.id) }]);
  });

  it('requests by the recipient’s mail address and organization', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const [address, organization] = [unheard(), unheard()];
    const { requestId } = await newRequest(actor, {
      recipientEmail: `${address}@nobody.example`,
      organization: `${organization.slice(0, 30)} Inc`,
    });
    for (const text of [address.toUpperCase(), organization.slice(0, 30)])
      expect(await found(text)).toMatchObject([{ kind: 'request', id: requestId }]);
  });

  it('uploads by the name of their file', async () => {
    const { actor, customerId } = await newRegistrar();
    const name = unheard();
    const { id } = await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`), {
      fileName: `${name}.CSV`,
    });
    expect(await found(name.toUpperCase())).toMatchObject([{ kind: 'upload', id, name: `${name}.CSV` }]);
  });

  it('ten of a kind, and says that there are more', async () => {
    const name = unheard();
    for (let made = 0; made < 11; made++) await newTenant('customer', { name: `${name} ${made}` });
    const { groups } = await searchAnything(support, { q: name });
    expect(groups).toMatchObject([{ kind: 'organization', more: true }]);
    expect(groups[0]?.rows).toHaveLength(10);
  });

  it.each(['', 'a', '%', '_%', '\u{10ffff}\u{10ffff}', '’’'])('nothing for %j', async (q) => {
    expect(await found(q)).toEqual([]);
  });
});

describe('a device', () => {
  it('is found by each of its identifiers, and by its id', async () => {
    const { actor, customerId } = await newRegistrar();
    const [serial, content] = [`S-${uuidv7()}`, hash()];
    const { id } = await upload(actor, customerId, deviceFile(`${serial},,${content},Contoso,Atlas`));
    const device = { kind: 'device', id: deviceId(id, 1), name: serial };
    expect(await found(serial.slice(0, 30))).toMatchObject([device]);
    expect(await found(content)).toMatchObject([device]);
    const digest = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex');
    expect(await found(digest.toUpperCase())).toMatchObject([device]);
    expect(await exact(device.id)).toMatchObject(device);
  });

  it('is found by what it was known by before a repair, with its whole history', async () => {
    const { actor, partner, customer, customerId } = await newRegistrar();
    const [before, after] = [`A-${uuidv7()}`, `B-${uuidv7()}`];
    const { id: uploadId } = await upload(actor, customerId, deviceFile(`${before},,,Contoso,Atlas`));
    const id = deviceId(uploadId, 1);
    const hardware = { serial: after, manufacturer: 'Contoso', model: 'Atlas', productKey: '', hash: '' };
    await repairDevice(actor, { customerId, deviceId: id, ...hardware, reason: 'New board' });
    expect(await found(before)).toMatchObject([{ kind: 'device', id }]);
    expect(await getSupportedDevice(support, { id })).toMatchObject({
      row: 1,
      upload: { id: uploadId, customer: { id: customer.tenant.id }, registrar: { id: partner.id } },
      registered: { serial: after },
      repairs: [{ serial: before, reason: 'New board' }],
    });
    expect((await eventsAbout(support, { subjectId: uploadId })).length).toBeGreaterThan(0);
  });

  it('is found by its id when it is no longer registered, and not when its row never was', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id: uploadId } = await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`));
    const id = deviceId(uploadId, 1);
    await deregisterDevices(actor, { customerId, deviceIds: [id] });
    expect(await exact(id)).toMatchObject({ kind: 'device', id });
    expect(await getSupportedDevice(support, { id })).toMatchObject({ registered: null, upload: { id: uploadId } });
    for (const none of [deviceId(uploadId, 2), uuidv7()])
      await expect(getSupportedDevice(support, { id: none })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leads to who asked for its release', async () => {
    const { serial, conflictId, asker } = await newConflict();
    const [device] = await found(serial);
    expect(await getSupportedDevice(support, { id: device?.id ?? '' })).toMatchObject({
      conflicts: [{ id: conflictId, asker: asker.partner.name }],
    });
  });
});

describe('the id of an API call', () => {
  it('finds what was sent under it, who sent it, and its events', async () => {
    const { partner, customerId } = await newRegistrar();
    const client = await newClient({ tenant: partner });
    const requestId = uuidv7();
    const call = {
      clientId: client.id,
      requestId,
      fingerprint: 'x',
      createdAt: now(),
      heldUntil: later(now(), minutes(1)),
    };
    await db.insert(apiCalls).values(call);
    const { id } = await receiveDevices(
      { ...client, requestId },
      {
        customerId,
        batch: 'Batch',
        devices: [{ serialNumber: `S-${uuidv7()}`, oemManufacturerName: 'Contoso', modelName: 'Atlas' }],
        key: uploadKey(client.id, requestId),
      },
    );
    await runUntilEmpty();
    const results = await found(requestId.toUpperCase());
    expect(results).toMatchObject([
      { kind: 'upload', id },
      { kind: 'client', id: client.id },
    ]);
    const events = await eventsOfCall(support, { requestId });
    expect(events.map(({ subjectId }) => subjectId)).toContain(id);
    const [event] = events;
    expect(await eventsOfCall(support, { requestId: event?.id ?? '' })).toMatchObject([{ id: event?.id }]);
  });
});

describe('the page of a request and of an upload', () => {
  it('shows a request as its sender finds it, without its link', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const { requestId, token } = await newRequest(actor);
    const file = await getSupportedRequest(support, { id: requestId });
    expect(file).toMatchObject({
      partner: { id: tenant.id },
      request: { id: requestId, state: 'sent' },
    });
    expect(JSON.stringify(file)).not.toContain(token);
    await expect(getSupportedRequest(support, { id: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows what became of an upload, and which rows were rejected for what', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(`S-${uuidv7()},,,Contoso,Atlas`, ',,,Contoso,Atlas'));
    expect(await getSupportedUpload(support, { id })).toMatchObject({
      partner: { id: partner.id },
      registered: 1,
      rejected: 1,
      rejectedRows: { total: 1, items: [{ row: 2, status: 'rejected' }] },
    });
    await expect(getSupportedUpload(support, { id: uuidv7() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

it('finds a consent also once it ended', async () => {
  const customer = await newCustomer();
  const id = await newConsent(customer, (await newPartner('direct')).tenant);
  await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, id));
  expect(await exact(id)).toMatchObject({ id, detail: 'Reseller, ended' });
});
