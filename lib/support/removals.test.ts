import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, receipts, removalRequests } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { endConsent } from '@/lib/consent/end-consent';
import { listRelationships } from '@/lib/consent/relationship-queries';
import { latestNotifications } from '@/lib/notifications/queries';
import { mailsTo } from '@/lib/testing/mails';
import { newConsent, newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { askRemoval } from './ask-removal';
import { refuseRemoval } from './refuse-removal';
import { releaseRemoval } from './release-removal';
import { getRemoval, listRemovals } from './removal-queries';
import { revokeConsent } from './revoke-consent';
import { takeRemoval } from './take-removal';
import { withdrawRemoval } from './withdraw-removal';

let oem: Awaited<ReturnType<typeof newPartner>>;
let customer: Awaited<ReturnType<typeof newCustomer>>;
let consentId: string;
let agent: UserActor;
let colleague: UserActor;
beforeEach(async () => {
  oem = await newPartner('oem', 'global_admin', 'admin_agent');
  customer = await newCustomer('Contoso');
  consentId = await newConsent(customer, oem.tenant, { kind: 'oem' });
  const operator = await newTenant('operator', { name: 'Countersign' });
  [agent, colleague] = [await newPerson(operator, 'support_agent'), await newPerson(operator, 'support_agent')];
});

const reason = 'We buy elsewhere now.';
async function asked(): Promise<string> {
  const outcome = await askRemoval(customer.admin, { consentId, reason });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}
const row = async (id: string) => (await db.select().from(removalRequests).where(eq(removalRequests.id, id)))[0];
const consent = async () => (await db.select().from(consents).where(eq(consents.id, consentId)))[0];
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const progress = async () => (await listRelationships(customer.admin, {}))[0]?.removal ?? null;

describe('asking support to remove a manufacturer', () => {
  it('leaves the consent as it is, and tells support and not the manufacturer', async () => {
    const id = await asked();
    expect(await consent()).toMatchObject({ revokedAt: null });
    expect(await row(id)).toMatchObject({ state: 'asked', reason, askedBy: customer.admin.id });
    expect(await told(agent)).toEqual([`Contoso asks support to remove ${oem.tenant.name}.`]);
    expect(await told(oem.actor)).toEqual([]);
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(event).toMatchObject({ action: 'removal.asked', customerId: customer.tenant.id, partnerId: null });
  });

  it('is one request, however often it is asked at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => askRemoval(customer.admin, { consentId, reason })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_asked')).toHaveLength(9);
  });

  it.each([
    ['', 'Say why'],
    ['  ', 'Say why'],
    ['x'.repeat(501), 'at most 500'],
    ['a\u202eb', 'cannot be seen'],
  ])('needs a reason that can be read: %j', async (typed, problem) => {
    const error = await askRemoval(customer.admin, { consentId, reason: typed }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid', fields: { reason: expect.stringContaining(problem) } });
  });

  it('is not for a consent that the customer ends itself, nor for one that ended', async () => {
    const direct = await newConsent(customer, (await newPartner('direct')).tenant);
    expect(await askRemoval(customer.admin, { consentId: direct, reason })).toEqual({
      ok: false,
      reason: 'ends_directly',
    });
    await endConsent(oem.actor, { consentId });
    await expect(askRemoval(customer.admin, { consentId, reason })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('can be taken back while nobody has answered, and asked again', async () => {
    const id = await asked();
    expect(await withdrawRemoval(customer.admin, { removalId: id })).toEqual({ ok: true });
    expect(await progress()).toMatchObject({ state: 'withdrawn' });
    expect(await withdrawRemoval(customer.admin, { removalId: id })).toEqual({ ok: false, reason: 'already_closed' });
    expect(await takeRemoval(agent, { removalId: id })).toEqual({ ok: false, reason: 'closed' });
    expect(await progress()).toMatchObject({ id, state: 'withdrawn' });
    expect(await asked()).not.toBe(id);
  });
});

describe('support', () => {
  it('takes a request up: of two at once one has it, the other is told who', async () => {
    const id = await asked();
    const answers = await Promise.all([agent, colleague].map((person) => takeRemoval(person, { removalId: id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = answers[0]?.ok ? agent : colleague;
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'taken', by: winner.name });
    expect(await progress()).toMatchObject({ state: 'in_review', reviewedAt: expect.any(Date) });
    expect(await getRemoval(agent, { id })).toMatchObject({
      assignee: winner.name,
      reason,
      askedBy: customer.admin.name,
    });
  });

  it('puts one back: who holds it, or an administrator', async () => {
    const id = await asked();
    expect(await releaseRemoval(agent, { removalId: id })).toEqual({ ok: false, reason: 'not_taken' });
    await takeRemoval(agent, { removalId: id });
    const held = { ok: false, reason: 'taken', by: agent.name };
    expect(await releaseRemoval(colleague, { removalId: id })).toEqual(held);
    expect(await releaseRemoval(agent, { removalId: id })).toEqual({ ok: true });
    await takeRemoval(colleague, { removalId: id });
    const lead = { ...agent, roles: ['support_admin' as const] };
    expect(await releaseRemoval(lead, { removalId: id })).toEqual({ ok: true });
    expect(await row(id)).toMatchObject({ state: 'asked', assigneeId: null, reviewedAt: null });
  });

  it('refuses with an answer that the customer reads, and the consent stays', async () => {
    const id = await asked();
    const answer = 'The devices are still under contract.';
    expect(await refuseRemoval(agent, { removalId: id, answer })).toEqual({ ok: false, reason: 'not_taken' });
    await takeRemoval(agent, { removalId: id });
    expect(await refuseRemoval(colleague, { removalId: id, answer })).toMatchObject({ reason: 'taken' });
    expect(await refuseRemoval(agent, { removalId: id, answer })).toEqual({ ok: true });
    expect(await progress()).toMatchObject({ state: 'refused', answer });
    expect(await consent()).toMatchObject({ revokedAt: null });
    expect(await told(customer.admin)).toEqual([
      `Support did not remove ${oem.tenant.name}. Its answer is with the relationship.`,
    ]);
    const [mail] = await mailsTo(customer.admin.email);
    expect(mail?.textBody).not.toContain(answer);
  });

  it('revokes the consent with a reason: receipts for both, one mail to each, the request closed', async () => {
    const id = await asked();
    await takeRemoval(agent, { removalId: id });
    expect(await revokeConsent(colleague, { consentId, reason })).toEqual({
      ok: false,
      reason: 'taken',
      by: agent.name,
    });
    expect(await consent()).toMatchObject({ revokedAt: null });
    const why = 'The customer no longer buys from this manufacturer.';
    expect(await revokeConsent(agent, { consentId, reason: why })).toMatchObject({ ok: true });
    expect(await consent()).toMatchObject({ revokedBy: agent.id });
    expect(await row(id)).toMatchObject({ state: 'removed', answer: why, closedBy: agent.id });
    for (const tenantId of [customer.tenant.id, oem.tenant.id]) {
      const held = await db.select().from(receipts).where(eq(receipts.tenantId, tenantId)).orderBy(desc(receipts.at));
      expect(held).toMatchObject([
        {
          event: 'ended',
          content: { reason: why, by: { name: agent.name, organization: 'Countersign', side: 'support' } },
        },
      ]);
    }
    expect(await told(customer.admin)).toEqual([
      `${oem.tenant.name} can no longer act for your organization, as you asked support.`,
    ]);
    expect(await told(oem.actor)).toEqual([
      'Countersign support ended the consent between your organization and Contoso.',
    ]);
    for (const { email } of [customer.admin, oem.actor]) expect(await mailsTo(email)).toHaveLength(1);
    expect(await revokeConsent(agent, { consentId, reason: why })).toEqual({ ok: false, reason: 'already_ended' });
  });

  it('ends no consent of another kind', async () => {
    const direct = await newConsent(customer, (await newPartner('direct')).tenant);
    expect(await revokeConsent(agent, { consentId: direct, reason })).toEqual({
      ok: false,
      reason: 'customer_ends_it',
    });
  });

  it('sees what waits the longest first, and what is closed apart from it', async () => {
    const id = await asked();
    const other = await newConsent(await newCustomer(), oem.tenant, { kind: 'oem' });
    expect((await listRemovals(agent, {})).rows.at(-1)).toMatchObject({ id, state: 'asked', customerName: 'Contoso' });
    await revokeConsent(agent, { consentId: other, reason });
    await withdrawRemoval(customer.admin, { removalId: id });
    expect((await listRemovals(agent, {})).rows.map((one) => one.id)).not.toContain(id);
    expect((await listRemovals(agent, { show: 'closed' })).rows[0]).toMatchObject({ id, state: 'withdrawn' });
  });
});

describe('a manufacturer that ends its consent itself', () => {
  it('closes the customer’s request with it', async () => {
    const id = await asked();
    expect(await endConsent(oem.actor, { consentId })).toEqual({ ok: true });
    expect(await row(id)).toMatchObject({ state: 'removed', answer: null, closedBy: oem.actor.id });
  });
});
