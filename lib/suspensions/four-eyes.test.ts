import { desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, tenants } from '@/db/schema';
import { activityListInput } from '@/lib/audit/activity-search';
import { listActivity } from '@/lib/audit/queries';
import type { UserActor } from '@/lib/auth/actor';
import { revokeClient } from '@/lib/clients/revoke-client';
import { latestNotifications } from '@/lib/notifications/queries';
import { newClient } from '@/lib/testing/clients';
import { mailsTo } from '@/lib/testing/mails';
import { newCustomer, newPartner, newPerson, newTenant } from '@/lib/testing/tenants';
import { confirmSuspension } from './confirm-suspension';
import { ownSuspension } from './own-queries';
import { proposeSuspension } from './propose-suspension';
import { getSuspension, listSuspensions, openSuspensionsOf } from './queries';
import { reinstate } from './reinstate';
import { turnDownSuspension } from './turn-down-suspension';

let [agent, lead, other]: UserActor[] = [];
let partner: Awaited<ReturnType<typeof newPartner>>;
const newest = activityListInput.parse({});
const reason = 'Thousands of devices that the customer says are not its own.';

beforeEach(async () => {
  const operator = await newTenant('operator', { name: 'Countersign' });
  agent = await newPerson(operator, 'support_agent');
  lead = await newPerson(operator, 'support_admin');
  other = await newPerson(operator, 'support_admin');
  partner = await newPartner('direct', 'global_admin');
});

const person = (one: UserActor | undefined): UserActor => {
  if (!one) throw new Error('nobody');
  return one;
};
const proposed = async (by: UserActor | undefined, clientId: string | null = null) => {
  const made = await proposeSuspension(person(by), { tenantId: partner.tenant.id, clientId, reason });
  if (!made.ok) throw new Error(made.reason);
  return made.id;
};
const since = async () => {
  const [row] = await db.select().from(tenants).where(eq(tenants.id, partner.tenant.id));
  return row?.suspendedAt ?? null;
};
const told = async (one: UserActor | undefined) =>
  (await latestNotifications(person(one), {})).latest.map(({ sentence }) => sentence);

describe('a proposal', () => {
  it('suspends nobody, and is told to those who may confirm it', async () => {
    const id = await proposed(agent);
    expect(await since()).toBe(null);
    const sentence = `${agent?.name} proposes to suspend ${partner.tenant.name}. Confirm it or turn it down.`;
    expect(await told(lead)).toEqual([sentence]);
    expect(await told(agent)).toEqual([]);
    expect(await told(partner.actor)).toEqual([]);
    expect(await getSuspension(person(agent), { id })).toMatchObject({
      state: 'proposed',
      reason,
      proposedBy: agent?.name,
    });
  });

  it('stands in no log but the operator’s', async () => {
    await proposed(agent);
    expect((await listActivity(partner.actor, newest)).rows).toEqual([]);
    const [latest] = (await listActivity(person(lead), newest)).rows;
    expect(latest).toMatchObject({ action: 'suspension.proposed', detail: { organization: partner.tenant.name } });
  });

  it('is one at a time: of two at once one is made', async () => {
    const ask = (by: UserActor | undefined) =>
      proposeSuspension(person(by), { tenantId: partner.tenant.id, clientId: null, reason });
    const answers = await Promise.all([ask(agent), ask(lead)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already_open' });
  });

  it.each(['customer', 'operator'] as const)('cannot be made of a %s', async (kind) => {
    const { id: tenantId } = await newTenant(kind);
    const answer = await proposeSuspension(person(agent), { tenantId, clientId: null, reason });
    expect(answer).toEqual({ ok: false, reason: 'not_a_partner' });
  });

  it('cannot be made of nobody, nor of a client of another organization, nor of a revoked one', async () => {
    const tenantId = partner.tenant.id;
    const stranger = await newClient();
    for (const asked of [
      { tenantId: uuidv7(), clientId: null },
      { tenantId, clientId: uuidv7() },
      { tenantId, clientId: stranger.id },
    ]) {
      await expect(proposeSuspension(person(agent), { ...asked, reason })).rejects.toMatchObject({ code: 'not_found' });
    }
    const client = await newClient({ tenant: partner.tenant });
    await revokeClient(partner.actor, { clientId: client.id });
    const answer = await proposeSuspension(person(agent), { tenantId, clientId: client.id, reason });
    expect(answer).toEqual({ ok: false, reason: 'client_revoked' });
  });

  it('needs a reason', async () => {
    const asked = proposeSuspension(person(agent), { tenantId: partner.tenant.id, clientId: null, reason: ' ' });
    await expect(asked).rejects.toMatchObject({ fields: { reason: 'Say why, in a sentence or two.' } });
  });
});

describe('a second person', () => {
  it('confirms: not who proposed it, and not an agent', async () => {
    const suspensionId = await proposed(lead);
    expect(await confirmSuspension(person(lead), { suspensionId })).toEqual({ ok: false, reason: 'own_proposal' });
    await expect(confirmSuspension(person(agent), { suspensionId })).rejects.toMatchObject({ code: 'denied' });
    expect(await since()).toBe(null);
    expect(await confirmSuspension(person(other), { suspensionId })).toEqual({ ok: true });
    expect(await since()).toBeInstanceOf(Date);
    expect(await confirmSuspension(person(other), { suspensionId })).toEqual({ ok: false, reason: 'closed' });
  });

  it('of two who decide at once one does', async () => {
    const suspensionId = await proposed(agent);
    const answers = await Promise.all([
      confirmSuspension(person(lead), { suspensionId }),
      turnDownSuspension(person(other), { suspensionId, reason: 'Explained' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'closed' });
    expect((await since()) !== null).toBe(answers[0]?.ok);
  });

  it('turns down with a reason, and it can be proposed anew', async () => {
    const suspensionId = await proposed(agent);
    const answer = { suspensionId, reason: 'The customer was mistaken.' };
    expect(await turnDownSuspension(person(lead), answer)).toEqual({ ok: true });
    expect(await turnDownSuspension(person(lead), answer)).toEqual({ ok: false, reason: 'closed' });
    expect(await since()).toBe(null);
    expect(await told(agent)).toEqual([
      `Your proposal to suspend ${partner.tenant.name} was turned down. The reason is with the proposal.`,
    ]);
    expect(await told(partner.actor)).toEqual([]);
    expect(await proposed(agent)).not.toBe(suspensionId);
  });

  it('finds nothing to do about what never was', async () => {
    const given = { suspensionId: uuidv7(), reason };
    for (const step of [confirmSuspension, turnDownSuspension, reinstate])
      await expect(step(person(lead), given)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a suspension', () => {
  it('is told to everybody of the partner, and stands in its log with the reason', async () => {
    const helpdesk = await newPerson(partner.tenant, 'helpdesk_agent');
    const suspensionId = await proposed(agent);
    await confirmSuspension(person(lead), { suspensionId });
    const sentence = `Countersign support suspended ${partner.tenant.name}. Nothing can be changed until it is reinstated.`;
    for (const one of [partner.actor, helpdesk]) {
      expect(await told(one)).toEqual([sentence]);
      expect((await mailsTo(one.email)).map(({ textBody }) => textBody.includes(reason))).toEqual([false]);
    }
    expect(await ownSuspension(helpdesk, {})).toEqual({ since: await since(), reason });
    const [latest] = (await listActivity(partner.actor, newest)).rows;
    expect(latest).toMatchObject({ action: 'suspension.confirmed', person: lead?.name, detail: { reason } });
    expect(await told(agent)).toEqual([`Your proposal was confirmed: ${partner.tenant.name} is suspended.`]);
  });

  it('is ended by one administrator with a reason, once', async () => {
    const suspensionId = await proposed(agent);
    expect(await reinstate(person(lead), { suspensionId, reason: 'Early' })).toEqual({
      ok: false,
      reason: 'not_active',
    });
    await confirmSuspension(person(lead), { suspensionId });
    const given = { suspensionId, reason: 'The partner explained it.' };
    await expect(reinstate(person(agent), given)).rejects.toMatchObject({ code: 'denied' });
    const answers = await Promise.all([reinstate(person(lead), given), reinstate(person(other), given)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await since()).toBe(null);
    expect(await ownSuspension(partner.actor, {})).toBe(null);
    expect((await told(partner.actor))[0]).toBe(
      `Countersign support reinstated ${partner.tenant.name}. Everything works again.`,
    );
    const [event] = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, suspensionId))
      .orderBy(desc(auditEvents.seq));
    expect(event).toMatchObject({ action: 'suspension.ended', detail: { reason: given.reason } });
  });

  it('of a client is told to who keeps the clients', async () => {
    const helpdesk = await newPerson(partner.tenant, 'helpdesk_agent');
    const client = await newClient({ tenant: partner.tenant, name: 'Stock' });
    await confirmSuspension(person(lead), { suspensionId: await proposed(agent, client.id) });
    expect(await since()).toBe(null);
    expect(await told(partner.actor)).toEqual([
      'Countersign support suspended your API client Stock. Its calls are refused until it is reinstated.',
    ]);
    expect(await told(helpdesk)).toEqual([]);
    expect(await openSuspensionsOf(person(agent), { tenantId: partner.tenant.id })).toMatchObject([
      { state: 'active', client: 'Stock', clientId: client.id },
    ]);
  });

  it('of a client that was revoked meanwhile is nothing to confirm', async () => {
    const client = await newClient({ tenant: partner.tenant });
    const suspensionId = await proposed(agent, client.id);
    await revokeClient(partner.actor, { clientId: client.id });
    expect(await confirmSuspension(person(lead), { suspensionId })).toEqual({ ok: false, reason: 'client_revoked' });
    expect(await getSuspension(person(lead), { id: suspensionId })).toMatchObject({ state: 'proposed' });
  });
});

describe('the list', () => {
  it('has what waits the longest first, what is in force, and what is over', async () => {
    const ids = async (show?: 'active' | 'past') =>
      (await listSuspensions(person(agent), show ? { show } : {})).rows.map(({ id }) => id);
    const first = await proposed(agent);
    expect((await ids()).at(-1)).toBe(first);
    await confirmSuspension(person(lead), { suspensionId: first });
    expect((await ids('active'))[0]).toBe(first);
    expect(await ids()).not.toContain(first);
    await reinstate(person(lead), { suspensionId: first, reason: 'Explained' });
    expect((await ids('past'))[0]).toBe(first);
  });

  it('is support’s alone', async () => {
    for (const one of [partner.actor, (await newCustomer()).admin])
      await expect(listSuspensions(one, {})).rejects.toMatchObject({ code: 'denied' });
  });
});
