import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, jobs } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { days } from '@/lib/clock';
import { mailsTo } from '@/lib/testing/mails';
import { requestInput } from '@/lib/testing/requests';
import { newPartner, newPartnerLink, newTenant } from '@/lib/testing/tenants';
import { hashInvitationToken } from './invitation-token';
import { sendRequest } from './send-request';

const stored = async (id: string) => (await db.select().from(consentRequests).where(eq(consentRequests.id, id)))[0];
const events = (id: string) => db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));

let agent: UserActor;
beforeAll(async () => {
  agent = (await newPartner('direct', 'admin_agent')).actor;
});

describe('sending a request', () => {
  it('mails a link whose secret nobody but the recipient gets', async () => {
    const input = requestInput({ delivery: 'mail' });
    expect(await sendRequest(agent, input)).toEqual({ ok: true, requestId: input.requestId, copy: null });
    const [mail] = await mailsTo(input.recipientEmail);
    const token = mail?.links[0]?.split('/invitation/')[1] ?? '';
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const row = await stored(input.requestId);
    expect(row?.tokenHash).toBe(hashInvitationToken(token));
    expect(JSON.stringify([row, await events(input.requestId)])).not.toContain(token);
  });

  it('records state, kind, fourteen days and one event, and sets the job that closes it', async () => {
    const input = requestInput({ dap: true });
    await sendRequest(agent, input);
    const row = await stored(input.requestId);
    expect(row).toMatchObject({ state: 'sent', kind: 'reseller', providerId: null, dap: true, createdBy: agent.id });
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(days(14));
    expect(await events(input.requestId)).toMatchObject([
      { action: 'consent_request.sent', actorId: agent.id, partnerId: agent.tenant.id, customerId: null },
    ]);
    const due = await db.select().from(jobs).where(eq(jobs.kind, 'consent_request.expire'));
    expect(due.find((job) => job.payload.requestId === input.requestId)?.runAt).toEqual(row?.expiresAt);
  });

  it('hands out the mail and its link once when the sender mails it, and mails nothing', async () => {
    const input = requestInput({ delivery: 'copy' });
    const outcome = await sendRequest(agent, input);
    const copy = outcome.ok ? outcome.copy : null;
    expect(copy?.url).toMatch(/^http:\/\/localhost:3000\/invitation\/[A-Za-z0-9_-]{43}$/);
    expect(copy?.text).toContain(copy?.url);
    expect(copy?.subject).toContain(agent.tenant.name);
    expect(await mailsTo(input.recipientEmail)).toHaveLength(0);
  });

  it('sends once, however often the same form is submitted', async () => {
    const input = requestInput({ delivery: 'mail' });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => sendRequest(agent, input)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array.from({ length: 4 }, () => ({ ok: false, reason: 'already_sent', requestId: input.requestId })),
    );
    expect(await mailsTo(input.recipientEmail)).toHaveLength(1);
    expect(await events(input.requestId)).toHaveLength(1);
  });

  it('does not take the id of one request for another, of this partner or a stranger', async () => {
    const input = requestInput();
    await sendRequest(agent, input);
    const stranger = (await newPartner('direct', 'admin_agent')).actor;
    await expect(sendRequest(agent, { ...input, organization: 'Tailspin' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(sendRequest(stranger, input)).rejects.toMatchObject({ code: 'conflict' });
    expect(await stored(input.requestId)).toMatchObject({
      recipientOrganization: 'Contoso',
      partnerId: agent.tenant.id,
    });
  });

  it('keeps the vetted name, not the typed one, and the address in lower case', async () => {
    const input = requestInput({ recipientName: '  Ａｄａ   King ', recipientEmail: ' ADA@Nobody.Example ' });
    await sendRequest(agent, input);
    expect(await stored(input.requestId)).toMatchObject({
      recipientName: 'Ada King',
      recipientEmail: 'ada@nobody.example',
      recipientSearch: 'ada king\nada@nobody.example\ncontoso',
    });
  });

  it('refuses hostile names and addresses at their field', async () => {
    const input = requestInput({
      recipientName: 'Ada\nBcc: x',
      recipientEmail: 'ada@nobody.example\r\nBcc: x@y.example',
      organization: 'see evil.example',
    });
    await expect(sendRequest(agent, input)).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        recipientName: expect.stringContaining('one line'),
        recipientEmail: expect.stringContaining('mail address'),
        organization: expect.stringContaining('web address'),
      },
    });
  });

  it('does not ask the own organization', async () => {
    const input = requestInput({ recipientEmail: `owner@${agent.tenant.domain}` });
    expect(await sendRequest(agent, input)).toEqual({ ok: false, reason: 'own_organization' });
  });
});

describe('who may ask for what', () => {
  it('a provider and a manufacturer ask for nothing here', async () => {
    const { actor: provider } = await newPartner('indirect_provider', 'admin_agent');
    expect(await sendRequest(provider, requestInput())).toEqual({ ok: false, reason: 'cannot_send' });
    const { actor: manufacturer } = await newPartner('oem', 'admin_agent');
    await expect(sendRequest(manufacturer, requestInput())).rejects.toMatchObject({ code: 'denied' });
  });

  it('an indirect reseller names its one provider without being asked', async () => {
    const { tenant, actor } = await newPartner('indirect_reseller', 'sales_agent');
    const provider = await newTenant('partner', { partnerType: 'indirect_provider' });
    await newPartnerLink(provider, tenant);
    const input = requestInput({ delivery: 'mail' });
    expect(await sendRequest(actor, input)).toMatchObject({ ok: true });
    expect(await stored(input.requestId)).toMatchObject({ kind: 'indirect_reseller', providerId: provider.id });
    expect((await mailsTo(input.recipientEmail))[0]?.textBody).toContain(provider.name);
  });

  it('one with several providers chooses, and only among its own', async () => {
    const { tenant, actor } = await newPartner('indirect_reseller', 'admin_agent');
    const [one, two, foreign] = await Promise.all(
      [1, 2, 3].map(() => newTenant('partner', { partnerType: 'indirect_provider' })),
    );
    if (!one || !two || !foreign) throw new Error('no providers');
    await newPartnerLink(one, tenant);
    await newPartnerLink(two, tenant);
    const required = { ok: false, reason: 'provider_required' };
    expect(await sendRequest(actor, requestInput())).toEqual(required);
    expect(await sendRequest(actor, requestInput({ providerId: foreign.id }))).toEqual(required);
    const input = requestInput({ providerId: two.id });
    expect(await sendRequest(actor, input)).toMatchObject({ ok: true });
    expect(await stored(input.requestId)).toMatchObject({ providerId: two.id });
  });

  it('one without a provider is told so', async () => {
    const { actor } = await newPartner('indirect_reseller', 'admin_agent');
    expect(await sendRequest(actor, requestInput())).toEqual({ ok: false, reason: 'no_provider' });
  });
});
