import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, jobs, requestDays } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { mailsTo } from '@/lib/testing/mails';
import { requestInput } from '@/lib/testing/requests';
import { newPartner, newPartnerLink, newPerson, newTenant } from '@/lib/testing/tenants';
import { cancelRequest } from './cancel-request';
import { listRequests } from './queries';
import { getRequest, getStart } from './request-queries';
import { requestSearch } from './request-search';
import { saveDraft } from './save-draft';
import { sendRequest } from './send-request';

let tenant: Awaited<ReturnType<typeof newTenant>>;
let agent: UserActor;
beforeEach(async () => {
  ({ tenant, actor: agent } = await newPartner('direct', 'admin_agent'));
});

const stored = async (id: string) => (await db.select().from(consentRequests).where(eq(consentRequests.id, id)))[0];
const blank = { recipientName: '', recipientEmail: '', organization: '' };

describe('a draft', () => {
  it('keeps what was typed, unfinished as it is, and sends nothing', async () => {
    const draft = requestInput({ ...blank, recipientEmail: 'ada@', dap: true, expiresInDays: 90 });
    expect(await saveDraft(agent, draft)).toEqual({ ok: true, requestId: draft.requestId });
    expect(await stored(draft.requestId)).toMatchObject({ state: 'draft', tokenHash: null, recipientEmail: 'ada@' });
    expect(await db.select().from(requestDays).where(eq(requestDays.partnerId, tenant.id))).toEqual([]);
    expect((await db.select().from(jobs)).filter(({ payload }) => payload.requestId === draft.requestId)).toEqual([]);
    expect(await getStart(agent, { draft: draft.requestId })).toEqual({
      draftId: draft.requestId,
      ...blank,
      recipientEmail: 'ada@',
      dap: true,
      providerId: undefined,
      expiresInDays: 90,
    });
  });

  it('is listed as such, also for colleagues, who may go on with it', async () => {
    const draft = requestInput();
    await saveDraft(agent, draft);
    const colleague = await newPerson(tenant, 'sales_agent');
    const { rows } = await listRequests(colleague, requestSearch.parse({ state: 'draft' }));
    expect(rows).toMatchObject([{ id: draft.requestId, state: 'draft', organization: 'Contoso' }]);
    expect(await saveDraft(colleague, { ...draft, organization: 'Contoso Ltd' })).toMatchObject({ ok: true });
    expect(await stored(draft.requestId)).toMatchObject({
      recipientOrganization: 'Contoso Ltd',
      createdBy: colleague.id,
    });
  });

  it('is sent under the same id, once, by whoever sends it', async () => {
    const draft = requestInput({ delivery: 'mail' });
    await saveDraft(agent, { ...draft, ...blank, organization: 'Contoso' });
    const colleague = await newPerson(tenant, 'sales_agent');
    const outcomes = await Promise.all([1, 2, 3].map(() => sendRequest(colleague, draft)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'already_sent')).toHaveLength(2);
    expect(await stored(draft.requestId)).toMatchObject({
      state: 'sent',
      recipientName: 'Ada Lovelace',
      tokenHash: expect.any(String),
      createdBy: colleague.id,
    });
    expect(await mailsTo(draft.recipientEmail)).toHaveLength(1);
    expect(await saveDraft(agent, draft)).toEqual({ ok: false, reason: 'already_closed' });
    await expect(getStart(agent, { draft: draft.requestId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is checked like any request once it is to be sent', async () => {
    const draft = requestInput({ recipientName: 'see evil.example', organization: 'Con\u202Etoso' });
    await saveDraft(agent, draft);
    await expect(sendRequest(agent, draft)).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        recipientName: expect.stringContaining('web address'),
        organization: expect.stringContaining('cannot be seen'),
      },
    });
    expect(await stored(draft.requestId)).toMatchObject({ state: 'draft' });
  });

  it('can be discarded, and is not sent after that', async () => {
    const draft = requestInput();
    await saveDraft(agent, draft);
    expect(await cancelRequest(agent, { requestId: draft.requestId })).toEqual({ ok: true });
    expect(await stored(draft.requestId)).toMatchObject({ state: 'canceled', tokenHash: null });
    expect(await sendRequest(agent, draft)).toEqual({ ok: false, reason: 'discarded' });
    expect(await saveDraft(agent, draft)).toEqual({ ok: false, reason: 'already_closed' });
    expect(await getRequest(agent, { id: draft.requestId })).toMatchObject({ state: 'canceled', draft: true });
  });

  it('needs something in it, and no more than fits', async () => {
    await expect(saveDraft(agent, requestInput(blank))).rejects.toMatchObject({
      fields: { recipientName: 'Fill in at least one field to save a draft.' },
    });
    await expect(saveDraft(agent, requestInput({ organization: 'x'.repeat(255) }))).rejects.toMatchObject({
      fields: { organization: 'This is too long.' },
    });
    expect(await saveDraft(agent, requestInput({ organization: 'Con\0toso' }))).toMatchObject({ ok: true });
  });

  it('is nobody else’s', async () => {
    const draft = requestInput();
    await saveDraft(agent, draft);
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await expect(getStart(stranger, { draft: draft.requestId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getRequest(stranger, { id: draft.requestId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(cancelRequest(stranger, { requestId: draft.requestId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(saveDraft(stranger, draft)).rejects.toMatchObject({ code: 'conflict' });
    await expect(sendRequest(stranger, draft)).rejects.toMatchObject({ code: 'conflict' });
    expect((await listRequests(stranger, requestSearch.parse({}))).total).toBe(0);
    expect(await stored(draft.requestId)).toMatchObject({ state: 'draft', partnerId: tenant.id });
  });

  it('keeps a provider of one’s own and forgets any other', async () => {
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    const providers = await Promise.all(
      [1, 2, 3].map(() => newTenant('partner', { partnerType: 'indirect_provider' })),
    );
    const [one, two, foreign] = providers.map(({ id }) => id);
    for (const provider of providers.slice(0, 2)) await newPartnerLink(provider, reseller.tenant);
    const draft = requestInput({ providerId: two });
    await saveDraft(reseller.actor, draft);
    expect(await stored(draft.requestId)).toMatchObject({ kind: 'indirect_reseller', providerId: two });
    await saveDraft(reseller.actor, { ...draft, providerId: foreign });
    expect(await stored(draft.requestId)).toMatchObject({ providerId: null });
    expect(one).toBeDefined();
  });

  it('leaves an event each time it is saved', async () => {
    const draft = requestInput();
    await saveDraft(agent, draft);
    await saveDraft(agent, draft);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, draft.requestId));
    expect(events.map(({ action }) => action)).toEqual(['consent_request.draft_saved', 'consent_request.draft_saved']);
  });
});

it('a provider and a manufacturer have nothing to draft', async () => {
  const { actor: provider } = await newPartner('indirect_provider', 'admin_agent');
  expect(await saveDraft(provider, requestInput())).toEqual({ ok: false, reason: 'cannot_send' });
  const { actor: manufacturer } = await newPartner('oem', 'admin_agent');
  await expect(saveDraft(manufacturer, requestInput())).rejects.toMatchObject({ code: 'denied' });
});
