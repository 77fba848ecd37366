import { desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { endConsent } from '@/lib/consent/end-consent';
import { newProfile } from '@/lib/testing/profiles';
import { newConsent, newCustomer, newPartner, newPartnerLink, newPerson } from '@/lib/testing/tenants';
import { newRegistrar } from '@/lib/testing/uploads';
import { createProfile } from './create-profile';
import { deleteProfile } from './delete-profile';
import { editProfile } from './edit-profile';
import { getProfile, listProfiles, profileChoices } from './queries';
import { setDefault } from './set-default';

const names = async (person: UserActor, customerId: string) =>
  (await listProfiles(person, { customerId })).profiles.map(({ name }) => name);
const lastEvent = async (subjectId: string) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, subjectId))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
  )[0];

describe('making a profile', () => {
  it('shows it with who made it, what it skips and that no device has it', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const settings = ['skip_oem_registration' as const, 'skip_express_settings' as const];
    const id = await newProfile(actor, customerId, { description: 'For the hall', settings });
    expect((await listProfiles(actor, { customerId })).profiles).toMatchObject([
      {
        id,
        name: 'Kiosk',
        description: 'For the hall',
        settings: ['skip_express_settings', 'skip_oem_registration'],
        source: 'partner',
        makerName: partner.name,
        personName: actor.name,
        devices: 0,
        isDefault: false,
        own: true,
      },
    ]);
  });

  it('takes a name once for a customer, without regard to case, also when many ask at once', async () => {
    const { actor, customerId } = await newRegistrar();
    const answers = await Promise.all(
      ['Größe', 'GRÖSSE', 'größe', 'GRÖßE'].map((name) => createProfile(actor, { customerId, name })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array(2).fill({ ok: false, reason: 'name_taken' }));
  });

  it('leaves the name to another partner and to the customer itself', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const other = await newPartner('direct', 'admin_agent');
    await newConsent(customer, other.tenant);
    await newProfile(actor, customerId);
    await newProfile(other.actor, customerId);
    await newProfile(await newPerson(customer.tenant, 'intune_admin'), customerId);
    expect(await names(actor, customerId)).toEqual(['Kiosk']);
  });

  it('notes with who and when that the license terms were accepted', async () => {
    const { actor, customerId } = await newRegistrar();
    const id = await newProfile(actor, customerId, { settings: ['skip_eula'], acceptsTerms: true });
    expect(await lastEvent(id)).toMatchObject({
      action: 'profile.created',
      actorId: actor.id,
      customerId,
      detail: { profile: 'Kiosk', settings: ['skip_eula'], acceptsTerms: true },
    });
  });
});

describe('changing a profile', () => {
  it('tells the second of two who edit at once', async () => {
    const { actor, customerId } = await newRegistrar();
    const profileId = await newProfile(actor, customerId);
    const edits = ['Desk', 'Hall'].map((name) => editProfile(actor, { customerId, profileId, revision: 1, name }));
    const answers = await Promise.all(edits);
    expect(answers).toContainEqual({ ok: true, revision: 2 });
    expect(answers).toContainEqual({ ok: false, reason: 'changed' });
    expect(await getProfile(actor, { customerId, profileId })).toMatchObject({ revision: 2 });
  });

  it('refuses the name of another, and lets it keep its own in other letters', async () => {
    const { actor, customerId } = await newRegistrar();
    const profileId = await newProfile(actor, customerId);
    await newProfile(actor, customerId, { name: 'Desk' });
    const edit = (name: string) => editProfile(actor, { customerId, profileId, revision: 1, name });
    expect(await edit('DESK')).toEqual({ ok: false, reason: 'name_taken' });
    expect(await edit('KIOSK')).toMatchObject({ ok: true });
  });
});

describe('the default', () => {
  it('is one for a partner and a customer, and none again when it is deleted', async () => {
    const { actor, customerId } = await newRegistrar();
    const [first, second] = [
      await newProfile(actor, customerId),
      await newProfile(actor, customerId, { name: 'Desk' }),
    ];
    await setDefault(actor, { customerId, profileId: first });
    await setDefault(actor, { customerId, profileId: second });
    expect((await profileChoices(actor, { customerId })).defaultId).toBe(second);
    expect(await deleteProfile(actor, { customerId, profileId: second })).toEqual({ ok: true });
    expect((await profileChoices(actor, { customerId })).defaultId).toBeNull();
    await setDefault(actor, { customerId, profileId: first });
    await setDefault(actor, { customerId, profileId: null });
    expect(await listProfiles(actor, { customerId })).toMatchObject({ profiles: [{ isDefault: false }] });
  });

  it('is no business of the customer', async () => {
    const { customer, customerId } = await newRegistrar();
    const admin = await newPerson(customer.tenant, 'intune_admin');
    const profileId = await newProfile(admin, customerId);
    await expect(setDefault(admin, { customerId, profileId })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who sees whose profiles', () => {
  it('a partner never one that the customer made; the customer all, with who made them', async () => {
    const { actor, partner, customer, customerId } = await newRegistrar();
    const admin = await newPerson(customer.tenant, 'intune_admin');
    await newProfile(actor, customerId, { name: 'Theirs' });
    const own = await newProfile(admin, customerId, { name: 'Ours' });
    expect(await names(actor, customerId)).toEqual(['Theirs']);
    for (const ask of [
      () => getProfile(actor, { customerId, profileId: own }),
      () => editProfile(actor, { customerId, profileId: own, revision: 1, name: 'Mine' }),
      () => deleteProfile(actor, { customerId, profileId: own }),
      () => setDefault(actor, { customerId, profileId: own }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
    for (const viewer of [admin, customer.admin]) {
      const { profiles } = await listProfiles(viewer, { customerId });
      expect(profiles.map(({ name, source, makerName, own: mine }) => [name, source, makerName, mine])).toEqual([
        ['Ours', 'intune', customer.tenant.name, true],
        ['Theirs', 'partner', partner.name, false],
      ]);
    }
    expect((await profileChoices(admin, { customerId })).choices).toEqual([{ id: own, name: 'Ours' }]);
    expect(await lastEvent(own)).toMatchObject({ customerId, partnerId: null });
  });

  it('the customer changes none that a partner made', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const admin = await newPerson(customer.tenant, 'intune_admin');
    const profileId = await newProfile(actor, customerId);
    const edit = editProfile(admin, { customerId, profileId, revision: 1, name: 'Ours' });
    await expect(edit).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteProfile(admin, { customerId, profileId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('partners of one customer do not see each other’s; a provider sees and changes its resellers’', async () => {
    const customer = await newCustomer();
    const customerId = customer.tenant.id;
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const direct = await newPartner('direct', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newConsent(customer, reseller.tenant, { kind: 'indirect_reseller', providerId: provider.tenant.id });
    await newConsent(customer, direct.tenant);
    const profileId = await newProfile(reseller.actor, customerId, { name: 'Of the reseller' });
    await newProfile(provider.actor, customerId, { name: 'Of the provider' });
    await newProfile(direct.actor, customerId, { name: 'Of a direct partner' });
    expect(await names(provider.actor, customerId)).toEqual(['Of the provider', 'Of the reseller']);
    expect(await names(reseller.actor, customerId)).toEqual(['Of the reseller']);
    expect(await names(direct.actor, customerId)).toEqual(['Of a direct partner']);
    const edit = editProfile(provider.actor, { customerId, profileId, revision: 1, name: 'Better' });
    expect(await edit).toMatchObject({ ok: true });
  });

  it('the end of consent takes the profiles out of the partner’s sight, and leaves them with the customer', async () => {
    const { actor, partner, customer, customerId, consentId } = await newRegistrar();
    const profileId = await newProfile(actor, customerId);
    await endConsent(customer.admin, { consentId });
    await expect(listProfiles(actor, { customerId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteProfile(actor, { customerId, profileId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await listProfiles(customer.admin, { customerId })).toMatchObject({
      profiles: [{ id: profileId, makerName: partner.name }],
    });
    await newConsent(customer, partner);
    expect(await names(actor, customerId)).toEqual(['Kiosk']);
  });

  it('a customer finds nothing of another customer', async () => {
    const { customer } = await newRegistrar();
    const admin = await newPerson(customer.tenant, 'intune_admin');
    const elsewhere = { customerId: (await newCustomer()).tenant.id };
    await expect(listProfiles(admin, elsewhere)).rejects.toMatchObject({ code: 'not_found' });
    await expect(createProfile(admin, { ...elsewhere, name: 'X' })).rejects.toMatchObject({ code: 'not_found' });
    const nowhere = { customerId: uuidv7() };
    await expect(listProfiles(admin, nowhere)).rejects.toMatchObject({ code: 'not_found' });
  });
});
