import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, tenants } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { latestNotifications } from '@/lib/notifications/queries';
import { listCustomers } from '@/lib/partners/customer-queries';
import { paths } from '@/lib/paths';
import { readOrganization } from '@/lib/tenants/queries';
import { newNameChange } from '@/lib/testing/applications';
import { mailsTo } from '@/lib/testing/mails';
import { newSupport } from '@/lib/testing/oem-links';
import { suspend } from '@/lib/testing/suspensions';
import { newConsent, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { approveName } from './approve-name';
import { askName } from './ask-name';
import { getNameChange, listNameChanges } from './name-queries';
import { refuseName } from './refuse-name';
import { withdrawName } from './withdraw-name';

const fresh = (word = 'Name') => `${word} ${uuidv7().slice(-12)}`;
const note = 'We have merged.';
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const nameOf = async (id: string) => (await db.select().from(tenants).where(eq(tenants.id, id)))[0]?.name;

describe('a partner', () => {
  it('asks support for another name, once at a time', async () => {
    const support = await newSupport();
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const name = fresh();
    const answers = await Promise.all(Array.from({ length: 4 }, () => askName(actor, { name, note })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({ ok: false, reason: 'already_asked' });
    expect(await told(support)).toEqual([`${tenant.name} asks to be called ${name}.`]);
    expect(await readOrganization(actor, {})).toMatchObject({
      name: tenant.name,
      change: { name, state: 'waiting', askedBy: actor.name },
    });
    expect((await listNameChanges(support, { page: 1000 })).rows.at(-1)).toMatchObject({ name, before: tenant.name });
  });

  it('does not ask for the name it has, or for one of another partner whatever its letters', async () => {
    const other = await newTenant('partner', { partnerType: 'direct' });
    const customer = await newTenant('customer');
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    expect(await askName(actor, { name: tenant.name, note })).toEqual({ ok: false, reason: 'same' });
    expect(await askName(actor, { name: other.name.toUpperCase(), note })).toEqual({ ok: false, reason: 'name_taken' });
    expect(await askName(actor, { name: tenant.name.toUpperCase(), note })).toEqual({ ok: true });
    const second = await newPartner('direct', 'global_admin');
    expect(await askName(second.actor, { name: customer.name, note })).toEqual({ ok: true });
  });

  it.each(['https://evil.example', 'a\nb', 'x'.repeat(51), ''])('does not ask for %j', async (name) => {
    const { actor } = await newPartner('direct', 'global_admin');
    await expect(askName(actor, { name, note })).rejects.toMatchObject({ fields: { name: expect.any(String) } });
  });

  it('withdraws its wish, and asks anew', async () => {
    const { actor } = await newPartner('direct', 'global_admin');
    const changeId = await newNameChange(actor);
    expect(await withdrawName(actor, { changeId })).toEqual({ ok: true });
    expect(await withdrawName(actor, { changeId })).toEqual({ ok: false, reason: 'already_closed' });
    expect(await askName(actor, { name: fresh(), note })).toEqual({ ok: true });
  });

  it('asks for nothing while it is suspended', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    await suspend(tenant.id);
    const suspended = { ...actor, tenant: { ...actor.tenant, suspendedAt: new Date() } };
    await expect(askName(suspended, { name: fresh(), note })).rejects.toMatchObject({ code: 'suspended' });
  });
});

describe('support', () => {
  it('gives the name everywhere at once, and tells whoever asked', async () => {
    const support = await newSupport();
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const colleague = await newPerson(tenant, 'global_admin');
    const agent = await newPerson(tenant, 'admin_agent');
    const seller = await newPartner('direct', 'admin_agent');
    await newConsent({ tenant, admin: actor }, seller.tenant);
    const name = fresh('Änderung');
    const changeId = await newNameChange(actor, name);
    expect(await approveName(support, { changeId })).toEqual({ ok: true });
    expect(await readOrganization(agent, {})).toMatchObject({ name, change: { state: 'approved' } });
    // The partner is somebody's customer too, and found there by its new name.
    const found = await listCustomers(seller.actor, { q: name.toLowerCase(), sort: 'company', page: 1 });
    expect(found.rows).toMatchObject([{ name }]);
    const [consent] = await db.select().from(consents).where(eq(consents.customerId, tenant.id));
    expect(consent?.customerSort).toBe(name.toLowerCase());
    for (const person of [actor, colleague])
      expect(await told(person)).toEqual([`Your organization is called ${name} from now on.`]);
    expect(await told(agent)).toEqual([]);
    expect(await mailsTo(actor.email)).toMatchObject([{ subject: `Your organization is called ${name} from now on` }]);
    expect(await mailsTo(colleague.email)).toEqual([]);
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, changeId), eq(auditEvents.action, 'name_change.approved')));
    expect(events).toMatchObject([
      { partnerId: tenant.id, tenantId: support.tenant.id, detail: { name, formerName: tenant.name } },
    ]);
  });

  it('refuses with a reason that the partner reads on its page', async () => {
    const support = await newSupport();
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const changeId = await newNameChange(actor);
    await expect(refuseName(support, { changeId, reason: '' })).rejects.toMatchObject({ code: 'invalid' });
    const reason = 'Customers would take it for Contoso.';
    expect(await refuseName(support, { changeId, reason })).toEqual({ ok: true });
    expect(await nameOf(tenant.id)).toBe(tenant.name);
    expect((await readOrganization(actor, {})).change).toMatchObject({ state: 'refused', reason });
    const [mail] = await mailsTo(actor.email);
    expect(mail?.textBody).not.toContain(reason);
    expect(mail?.links[0]).toContain(paths.organization(paths.partner()));
    expect(await askName(actor, { name: fresh(), note })).toEqual({ ok: true });
  });

  it('decides once, however many do it at once', async () => {
    const { tenant, actor } = await newPartner('direct', 'global_admin');
    const name = fresh();
    const changeId = await newNameChange(actor, name);
    const [one, two, three] = [await newSupport(), await newSupport(), await newSupport()];
    const answers = await Promise.all([
      approveName(one, { changeId }),
      approveName(two, { changeId }),
      refuseName(three, { changeId, reason: 'No.' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 2 }, () => ({ ok: false, reason: 'closed' })));
    expect(await mailsTo(actor.email)).toHaveLength(1);
    expect([tenant.name, name]).toContain(await nameOf(tenant.id));
  });

  it('gives one name to one of two partners that want it', async () => {
    const support = await newSupport();
    const [one, two] = [await newPartner('direct', 'global_admin'), await newPartner('direct', 'global_admin')];
    const name = fresh();
    const first = await newNameChange(one.actor, name);
    const second = await newNameChange(two.actor, `${name}`.toUpperCase());
    const answers = await Promise.all([first, second].map((changeId) => approveName(support, { changeId })));
    expect(answers).toEqual(expect.arrayContaining([{ ok: true }, { ok: false, reason: 'name_taken' }]));
  });

  it('finds nothing under an id that is none', async () => {
    const support = await newSupport();
    const id = uuidv7();
    await expect(getNameChange(support, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(approveName(support, { changeId: id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('sees who could be mistaken for it', async () => {
    const support = await newSupport();
    const word = `w${uuidv7().replaceAll('-', '').slice(-12)}`;
    const other = await newTenant('partner', { partnerType: 'direct', name: `${word} Cloud` });
    const { actor } = await newPartner('direct', 'global_admin');
    const id = await newNameChange(actor, `${word} Services`);
    expect((await getNameChange(support, { id })).similar).toMatchObject([{ id: other.id }]);
  });
});
