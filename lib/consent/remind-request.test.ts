import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consentRequests, jobs, users } from '@/db/schema';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { days, later, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, requestInput } from '@/lib/testing/requests';
import { newCustomer, newPartner } from '@/lib/testing/tenants';
import { cancelRequest } from './cancel-request';
import { findInvitation } from './invitation-queries';
import { remindRequest } from './remind-request';
import { resendRequest } from './resend-request';
import { sealToken } from './sealed-token';
import { sendRequest } from './send-request';

const start = new Date();
let agent: UserActor;
let input: ReturnType<typeof requestInput>;
beforeEach(async () => {
  await db.delete(jobs);
  setClock(() => start);
  agent = (await newPartner('direct', 'admin_agent')).actor;
  input = requestInput({ delivery: 'mail' });
});
afterEach(() => setClock());

/** Lets so many days pass since the sending, and the jobs run that are due by then. */
async function afterDays(count: number): Promise<void> {
  setClock(() => later(start, days(count)));
  await runUntilEmpty();
}
const reminders = async () =>
  (await mailsTo(input.recipientEmail)).filter(({ subject }) => subject.startsWith('Reminder:'));
const told = async () => (await latestNotifications(agent, {})).latest.map(({ sentence }) => sentence);
const waiting = async () => (await db.select().from(jobs)).filter(({ kind }) => kind === 'consent_request.remind');

describe('a request that nobody answers', () => {
  it('reminds its recipient half-way and one day before its end, with the same link', async () => {
    await sendRequest(agent, input);
    const [first] = await mailsTo(input.recipientEmail);
    await afterDays(6.9);
    expect(await reminders()).toEqual([]);
    await afterDays(7);
    expect(await reminders()).toMatchObject([{ links: first?.links }]);
    await afterDays(12.9);
    expect(await reminders()).toHaveLength(1);
    await afterDays(13);
    const [halfway, eve] = await reminders();
    expect(halfway?.textBody).toBe(eve?.textBody);
    expect(eve).toMatchObject({ links: first?.links, subject: expect.stringContaining(agent.tenant.name) });
    expect(eve?.textBody).toContain('Hello Ada Lovelace');
    expect(await waiting()).toEqual([]);
    const token = eve?.links[0]?.split('/').at(-1) ?? '';
    expect(await findInvitation(null, { token })).toMatchObject({ kind: 'good' });
  });

  it('tells its sender one day before its end', async () => {
    await sendRequest(agent, input);
    await afterDays(7);
    expect(await told()).toEqual([]);
    await afterDays(13);
    expect(await told()).toEqual([
      expect.stringMatching(/^Your request to Ada Lovelace \(Contoso\).*have reminded them\.$/),
    ]);
    const { latest } = await latestNotifications(agent, {});
    expect(latest[0]?.path).toBe(paths.request(input.requestId));
    expect((await mailsTo(agent.email)).map(({ links }) => links)).toEqual([
      [`http://localhost:3000${paths.request(input.requestId)}`],
    ]);
  });

  it('leaves one event for each reminder', async () => {
    await sendRequest(agent, input);
    await afterDays(13);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, input.requestId));
    expect(events.filter(({ action }) => action === 'consent_request.reminded')).toMatchObject([
      { actorType: 'system', detail: { mailed: true } },
      { actorType: 'system', detail: { mailed: true } },
    ]);
  });
});

describe('nobody is reminded', () => {
  it('twice by one job, whoever takes it up again', async () => {
    await sendRequest(agent, input);
    const [job] = await waiting();
    const { token = '' } = job?.payload ?? {};
    setClock(() => later(start, days(7)));
    const again = { jobId: job?.id ?? '', requestId: input.requestId, reminder: 'halfway', token } as const;
    const outcomes = await Promise.all([1, 2, 3].map(() => remindRequest(systemActor('test'), again)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await reminders()).toHaveLength(1);
  });

  it('of what was accepted', async () => {
    await sendRequest(agent, input);
    const [mail] = await mailsTo(input.recipientEmail);
    const link = { requestId: input.requestId, token: mail?.links[0]?.split('/').at(-1) ?? '' };
    // Of an address nobody knows, so that any organization may answer.
    expect(await acceptAs((await newCustomer()).admin, link)).toMatchObject({ ok: true });
    await afterDays(13);
    expect(await reminders()).toEqual([]);
  });

  it('of what was taken back', async () => {
    await sendRequest(agent, input);
    await cancelRequest(agent, { requestId: input.requestId });
    await afterDays(13);
    expect(await reminders()).toEqual([]);
    expect(await told()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('of what was sent again, but of the newer one, by its own clock', async () => {
    await sendRequest(agent, input);
    setClock(() => later(start, days(5)));
    await resendRequest(agent, { ...input, newId: requestInput().requestId });
    await afterDays(7);
    expect(await reminders()).toEqual([]);
    await afterDays(12);
    const [reminder] = await reminders();
    expect(reminder?.links).toEqual((await mailsTo(input.recipientEmail))[1]?.links);
  });

  it('once the account of the sender is gone', async () => {
    await sendRequest(agent, input);
    await db.update(users).set({ disabledAt: start }).where(eq(users.id, agent.id));
    await afterDays(13);
    expect(await reminders()).toEqual([]);
  });
});

describe('the sender is told instead', () => {
  it('of a request they mailed themselves: we do not keep its link', async () => {
    await sendRequest(agent, { ...input, delivery: 'copy' });
    expect((await waiting()).map(({ payload }) => payload.token)).toEqual(['', '']);
    await afterDays(7);
    expect(await told()).toEqual([expect.stringContaining('do it yourself')]);
    await afterDays(13);
    expect(await told()).toHaveLength(2);
    expect(await mailsTo(input.recipientEmail)).toEqual([]);
  });

  it('when the secret of the portal was changed since', async () => {
    await sendRequest(agent, input);
    const [mail] = await mailsTo(input.recipientEmail);
    const token = mail?.links[0]?.split('/').at(-1) ?? '';
    const stale = sealToken(token, input.requestId, 'another secret of at least 32 characters');
    for (const { id, payload } of await waiting())
      await db
        .update(jobs)
        .set({ payload: { ...payload, token: stale } })
        .where(eq(jobs.id, id));
    await afterDays(7);
    expect(await reminders()).toEqual([]);
    expect(await told()).toEqual([expect.stringContaining('do it yourself')]);
  });

  it('when the token is not the one of the link', async () => {
    await sendRequest(agent, input);
    await db
      .update(consentRequests)
      .set({ tokenHash: 'f'.repeat(64) })
      .where(eq(consentRequests.id, input.requestId));
    await afterDays(7);
    expect(await reminders()).toEqual([]);
    expect(await told()).toHaveLength(1);
  });
});

it('the secret of a link is nowhere in the jobs', async () => {
  await sendRequest(agent, input);
  const [mail] = await mailsTo(input.recipientEmail);
  const token = mail?.links[0]?.split('/').at(-1) ?? '';
  expect(token).toHaveLength(43);
  expect(await waiting()).toHaveLength(2);
  expect(JSON.stringify(await waiting())).not.toContain(token);
});
