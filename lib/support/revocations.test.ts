import { and, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, receipts, removalRequests, revocations } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days, later, setClock } from '@/lib/clock';
import { endConsent } from '@/lib/consent/end-consent';
import { formatDay } from '@/lib/consent/format-day';
import { listRelationships } from '@/lib/consent/relationship-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { getCustomer } from '@/lib/partners/customer-queries';
import { pdfOf } from '@/lib/testing/conflicts';
import { mailsTo } from '@/lib/testing/mails';
import { newConsent, newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { announceRevocation } from './announce-revocation';
import { askRemoval } from './ask-removal';
import { getConsent, readEvidence } from './consent-queries';
import { noteRemoval } from './note-removal';
import { getRemoval, listRemovals } from './removal-queries';
import { revokeConsent } from './revoke-consent';
import { takeBackRevocation } from './take-back-revocation';
import { takeRemoval } from './take-removal';

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
afterEach(() => setClock());

const reason = 'The customer no longer buys from this manufacturer.';
const asked = { how: 'phone', askerName: 'Zoe Miller', askerMail: 'zoe@contoso.example' } as const;
const consent = async () => (await db.select().from(consents).where(eq(consents.id, consentId)))[0];
const revocation = async () =>
  (await db.select().from(revocations).where(eq(revocations.consentId, consentId)).orderBy(desc(revocations.id)))[0];
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);
const on = (action: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.subjectId, consentId)));
const announce = (by: UserActor = agent, noticeDays = 14) =>
  announceRevocation(by, { consentId, reason, ...asked, noticeDays });
const passing = (count: number) => setClock(() => later(new Date(), days(count)));
const ask = async () => {
  const outcome = await askRemoval(customer.admin, { consentId, reason: 'We buy elsewhere now.' });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
};

describe('ending a manufacturer’s consent at once', () => {
  it('keeps who asked, how, and what they showed, for support alone', async () => {
    const proof = pdfOf('Letter of Contoso');
    expect(await revokeConsent(agent, { consentId, reason, ...asked, proof })).toMatchObject({ ok: true });
    expect(await consent()).toMatchObject({ revokedBy: agent.id });
    const kept = await revocation();
    expect(kept).toMatchObject({ state: 'done', reason, ...asked, evidenceType: 'pdf', createdBy: agent.id });
    const evidence = await readEvidence(colleague, { id: kept?.id ?? '' });
    expect(evidence).toEqual({ type: 'pdf', content: proof });
    const [copy] = await db.select().from(receipts).where(eq(receipts.tenantId, oem.tenant.id));
    expect(JSON.stringify(copy)).not.toContain(asked.askerName);
    const [event] = await on('consent.revoked');
    expect(JSON.stringify(event)).not.toContain(asked.askerName);
  });

  it('takes who asked from the customer’s own request, whatever was typed', async () => {
    await ask();
    await revokeConsent(agent, { consentId, reason, ...asked });
    const { name, email } = customer.admin;
    expect(await revocation()).toMatchObject({ how: 'portal', askerName: name, askerMail: email });
  });

  it.each([
    [{ askerName: '' }, 'askerName', 'Say who asked'],
    [{ askerMail: 'nobody' }, 'askerMail', 'no mail address'],
    [{ reason: ' ' }, 'reason', 'Say why'],
    [{ proof: Buffer.from('MZ program') }, 'proof', 'neither a PDF'],
  ])('needs what can be read: %j', async (typed, field, problem) => {
    const error = await revokeConsent(agent, { consentId, reason, ...asked, ...typed }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'invalid', fields: { [field]: expect.stringContaining(problem) } });
    expect(await consent()).toMatchObject({ revokedAt: null });
  });

  it('has one winner, and the other is told that it is over', async () => {
    const answers = await Promise.all([agent, colleague].map((by) => revokeConsent(by, { consentId, reason })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_ended')).toHaveLength(1);
    expect(await db.select().from(revocations).where(eq(revocations.consentId, consentId))).toHaveLength(1);
  });
});

describe('an attempt that comes to nothing', () => {
  it('is explained and on record, and changes nothing', async () => {
    await revokeConsent(agent, { consentId, reason });
    const before = await consent();
    expect(await revokeConsent(colleague, { consentId, reason })).toEqual({ ok: false, reason: 'already_ended' });
    expect(await announce()).toEqual({ ok: false, reason: 'already_ended' });
    expect(await consent()).toEqual(before);
    const refused = await on('consent.revocation_refused');
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ actorId: colleague.id, customerId: null, detail: { why: 'already_ended' } });
  });

  it('goes on record for a consent that is not there, or that its customer ends', async () => {
    const nowhere = uuidv7();
    await expect(revokeConsent(agent, { consentId: nowhere, reason })).rejects.toMatchObject({ code: 'not_found' });
    const reseller = await newConsent(customer, (await newPartner('direct')).tenant);
    expect(await revokeConsent(agent, { consentId: reseller, reason })).toEqual({
      ok: false,
      reason: 'customer_ends_it',
    });
    for (const [id, why] of [
      [nowhere, 'not_found'],
      [reseller, 'customer_ends_it'],
    ] as const) {
      const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
      expect(event).toMatchObject({ action: 'consent.revocation_refused', actorId: agent.id, detail: { why } });
    }
  });

  it('by somebody who is not of support stands in their own log, and nobody else is told', async () => {
    for (const person of [oem.actor, customer.admin]) {
      await expect(revokeConsent(person, { consentId, reason })).rejects.toMatchObject({ code: 'denied' });
    }
    expect(await consent()).toMatchObject({ revokedAt: null });
    const refused = await on('consent.revocation_refused');
    expect(refused).toMatchObject([
      { tenantId: oem.tenant.id, customerId: null, partnerId: null, detail: { why: 'denied' } },
      { tenantId: customer.tenant.id, customerId: null, partnerId: null, detail: { why: 'denied' } },
    ]);
    await expect(revokeConsent(null, { consentId, reason })).rejects.toMatchObject({ code: 'signed_out' });
    expect(await on('consent.revocation_refused')).toHaveLength(2);
  });
});

describe('an announced end', () => {
  it('changes nothing yet; the manufacturer, the customer and support see the day', async () => {
    const outcome = await announce();
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await consent()).toMatchObject({ revokedAt: null });
    const day = formatDay(outcome.endsAt);
    const ending = { endsAt: outcome.endsAt, reason };
    expect((await listRelationships(customer.admin, {}))[0]).toMatchObject({ ending });
    expect(await getCustomer(oem.actor, { id: customer.tenant.id })).toMatchObject({ ending });
    expect(await getConsent(colleague, { id: consentId })).toMatchObject({ revocations: [{ state: 'announced' }] });
    const sentence = (other: string) =>
      `Support ends the consent between your organization and ${other} on ${day}. Until then it stays as it is.`;
    expect(await told(customer.admin)).toEqual([sentence(oem.tenant.name)]);
    expect(await told(oem.actor)).toEqual([sentence('Contoso')]);
    for (const { email } of [customer.admin, oem.actor]) expect(await mailsTo(email)).toHaveLength(1);
    const [event] = await on('consent.revocation_announced');
    expect(event).toMatchObject({ customerId: customer.tenant.id, partnerId: oem.tenant.id, detail: { reason } });
  });

  it('comes on its day and not before: both sides have a receipt, and the customer’s request is closed with it', async () => {
    await announce();
    const removal = await ask();
    passing(13.9);
    await runUntilEmpty();
    expect(await consent()).toMatchObject({ revokedAt: null });
    passing(14.1);
    await runUntilEmpty();
    expect(await consent()).toMatchObject({ revokedAt: expect.any(Date), revokedBy: agent.id });
    expect(await revocation()).toMatchObject({ state: 'done', closedBy: null });
    const [closed] = await db.select().from(removalRequests).where(eq(removalRequests.id, removal));
    expect(closed).toMatchObject({ state: 'removed', answer: reason });
    for (const tenantId of [customer.tenant.id, oem.tenant.id]) {
      const [copy] = await db.select().from(receipts).where(eq(receipts.tenantId, tenantId));
      expect(copy).toMatchObject({ event: 'ended', content: { reason, by: { name: agent.name, side: 'support' } } });
    }
    expect(await told(oem.actor)).toContain(
      'Countersign support ended the consent between your organization and Contoso.',
    );
    const [event] = await on('consent.revoked_as_announced');
    expect(event).toMatchObject({ actorType: 'system', customerId: customer.tenant.id, partnerId: oem.tenant.id });
  });

  it('can be taken back with a reason while its day has not come, and nothing ends', async () => {
    await announce();
    const why = 'The customer asks to wait.';
    expect(await takeBackRevocation(colleague, { consentId, reason: why })).toEqual({ ok: true });
    expect(await revocation()).toMatchObject({ state: 'taken_back', closedBy: colleague.id, takenBackFor: why });
    expect(await takeBackRevocation(agent, { consentId, reason: why })).toEqual({ ok: false, reason: 'not_announced' });
    expect((await listRelationships(customer.admin, {}))[0]).toMatchObject({ ending: null });
    expect((await told(oem.actor))[0]).toContain('between your organization and Contoso stays');
    passing(15);
    await runUntilEmpty();
    expect(await consent()).toMatchObject({ revokedAt: null });
  });

  it('is one, however many announce it at once, and gives way to an end at once', async () => {
    const answers = await Promise.all([agent, colleague].map((by) => announce(by)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already_announced' });
    const first = await revocation();
    expect(await revokeConsent(agent, { consentId, reason })).toMatchObject({ ok: true });
    const all = await db.select().from(revocations).where(eq(revocations.consentId, consentId));
    expect(all.map(({ state }) => state).sort()).toEqual(['done', 'overtaken']);
    expect(all.find(({ id }) => id === first?.id)).toMatchObject({ state: 'overtaken', closedBy: agent.id });
  });

  it('is overtaken by the manufacturer that ends the consent itself', async () => {
    await announce();
    await endConsent(oem.actor, { consentId });
    expect(await revocation()).toMatchObject({ state: 'overtaken', closedBy: oem.actor.id });
    passing(15);
    await runUntilEmpty();
    expect(await on('consent.revoked_as_announced')).toEqual([]);
  });

  it('waits for the colleague who looks at the customer’s request', async () => {
    const removalId = await ask();
    await takeRemoval(colleague, { removalId });
    expect(await announce()).toEqual({ ok: false, reason: 'taken', by: colleague.name });
    expect(await announce(colleague)).toMatchObject({ ok: true });
  });

  it.each([0, 31, 1.5])('is not of %j days', async (noticeDays) => {
    await expect(announce(agent, noticeDays)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the queue of removal requests', () => {
  it('says by when each is due, and what is overdue unless its end is announced', async () => {
    const id = await ask();
    const row = async () => (await listRemovals(agent, {})).rows.find((one) => one.id === id);
    const { askedAt, dueAt, overdue } = (await row()) ?? {};
    expect(dueAt).toEqual(later(askedAt as Date, days(5)));
    expect(overdue).toBe(false);
    passing(6);
    expect(await row()).toMatchObject({ overdue: true });
    await announce(agent, 30);
    expect(await row()).toMatchObject({ overdue: false, endsAt: expect.any(Date) });
  });

  it('keeps notes that only support reads, whoever looks at the request', async () => {
    const id = await ask();
    await takeRemoval(agent, { removalId: id });
    expect(await noteRemoval(colleague, { removalId: id, note: 'Called Contoso back.' })).toEqual({ ok: true });
    expect((await getRemoval(agent, { id })).notes).toMatchObject([
      { by: colleague.name, text: 'Called Contoso back.' },
    ]);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    const noted = events.find(({ action }) => action === 'removal.noted');
    expect(noted).toMatchObject({ customerId: null, partnerId: null });
    await expect(noteRemoval(agent, { removalId: uuidv7(), note: 'Nothing' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
