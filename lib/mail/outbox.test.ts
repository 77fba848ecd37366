import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db, transaction } from '@/db';
import { auditEvents, jobs, mails } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { later, minutes, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { mailsTo } from '@/lib/testing/mails';
import { startSmtpServer, type TestSmtpServer } from '@/lib/testing/smtp-server';
import { deliverMail } from './deliver';
import { readMailbox } from './queries';
import { queueMail } from './queue-mail';

const model = (subject: string) => ({
  subject,
  preheader: 'Somebody decides.',
  paragraphs: ['Hello Zoë,'],
  action: { label: 'Review', url: 'http://localhost:3000/invitation/secret-of-the-link' },
  footer: 'Countersign sends this.',
});
const somebody = () => `${uuidv7()}@nobody.example`;

let server: TestSmtpServer;
let url: string | undefined;
vi.mock('@/lib/env', async (original) => {
  const { env: real } = await original<typeof import('@/lib/env')>();
  return { env: new Proxy(real, { get: (target, name) => (name === 'SMTP_URL' ? url : Reflect.get(target, name)) }) };
});

beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  url = undefined;
  server.received.length = 0;
  server.refusal = null;
});

describe('the outbox', () => {
  it('holds a mail exactly when the transaction that queued it commits', async () => {
    const to = somebody();
    const attempt = transaction(async () => {
      await queueMail(to, model('Lost'));
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await mailsTo(to)).toEqual([]);
    await transaction(() => queueMail(to, model('Kept')));
    expect(await mailsTo(to)).toMatchObject([{ subject: 'Kept', sentAt: null, links: [model('').action.url] }]);
  });

  it('is the mailbox of a demo: newest first, by recipient', async () => {
    const to = somebody();
    await queueMail(to, model('First'));
    await queueMail(to, model('Second'));
    await queueMail(somebody(), model('Other'));
    const box = await readMailbox(null, { to: to.toUpperCase() });
    expect(box.map(({ subject }) => subject)).toEqual(['Second', 'First']);
    expect(box[0]).toMatchObject({ to, text: expect.stringContaining('Hello Zoë'), links: [model('').action.url] });
  });

  it('is nobody’s to read where mail leaves by SMTP', async () => {
    url = server.url;
    await expect(readMailbox(null, {})).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('mail by SMTP', () => {
  beforeEach(() => {
    url = server.url;
  });

  it('is sent once, as text and HTML, and blanked', async () => {
    const to = somebody();
    await queueMail(to, model('Grüße'));
    await runUntilEmpty();
    expect(server.received).toHaveLength(1);
    const source = server.received[0] ?? '';
    expect(source).toContain(`To: ${to}`);
    expect(source).toContain('From: Countersign <no-reply@countersign.example>');
    expect(source).toMatch(/text\/plain[\s\S]*text\/html/);
    expect(source).toContain('Auto-Submitted: auto-generated');
    const [mail] = await mailsTo(to);
    expect(mail).toMatchObject({ subject: '', textBody: '', htmlBody: '', links: [], sentAt: expect.any(Date) });
    const again = await deliverMail(systemActor('mail.send'), { mailId: mail?.id ?? '' });
    expect(again).toEqual({ ok: false, reason: 'already_sent' });
    expect(server.received).toHaveLength(1);
    const events = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, mail?.id ?? ''));
    expect(events.map(({ action }) => action)).toEqual(['mail.sent']);
  });

  it.each([
    ['refuses it for now', () => Promise.resolve(server.url), '451 come back later'],
    ['hangs up', async () => 'smtp://127.0.0.1:1', null],
  ])('is kept and tried again when the server %s', async (_what, address, refusal) => {
    url = await address();
    server.refusal = refusal;
    const to = somebody();
    await queueMail(to, model('Patience'));
    await runUntilEmpty();
    expect(server.received).toEqual([]);
    const [mail] = await mailsTo(to);
    expect(mail).toMatchObject({ subject: 'Patience', sentAt: null });
    const waiting = (await db.select().from(jobs)).filter((job) => job.payload.mailId === mail?.id);
    expect(waiting).toMatchObject([{ state: 'queued', lastError: expect.any(String) }]);

    url = server.url;
    server.refusal = null;
    setClock(() => later(new Date(), minutes(1)));
    await runUntilEmpty().finally(() => setClock());
    expect(server.received).toHaveLength(1);
    expect(await db.select().from(mails).where(eq(mails.toAddress, to))).toMatchObject([{ subject: '' }]);
  });
});
