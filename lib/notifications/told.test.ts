import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { consentRequests, uploads } from '@/db/schema';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { days, later, now } from '@/lib/clock';
import { declineRequest } from '@/lib/consent/decline-request';
import { expireRequest } from '@/lib/consent/expire-request';
import { failUpload } from '@/lib/devices/fail-upload';
import { receiveUpload } from '@/lib/devices/receive-upload';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { paths } from '@/lib/paths';
import { mailsTo } from '@/lib/testing/mails';
import { acceptAs, newRequest } from '@/lib/testing/requests';
import { newConsent, newCustomer, newPartner, newPerson } from '@/lib/testing/tenants';
import { latestNotifications } from './queries';
import { savePreferences } from './save-preferences';

const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence, path }) => [sentence, path]);
const mailed = async (person: UserActor) => (await mailsTo(person.email)).map(({ subject }) => subject);

describe('who sent a request', () => {
  it('is told when it is accepted, and a colleague is not', async () => {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const colleague = await newPerson(tenant, 'admin_agent');
    const customer = await newCustomer('Contoso');
    await acceptAs(customer.admin, await newRequest(actor));
    expect(await told(actor)).toEqual([['Contoso accepted your request.', paths.customer(customer.tenant.id)]]);
    expect(await mailed(actor)).toEqual(['Contoso accepted your request']);
    expect(await told(colleague)).toEqual([]);
    expect(await mailed(colleague)).toEqual([]);
  });

  it('is told when it is declined', async () => {
    const { actor } = await newPartner('direct', 'sales_agent');
    const link = await newRequest(actor);
    await declineRequest((await newCustomer('Contoso')).admin, link);
    expect(await told(actor)).toEqual([['Contoso declined your request.', paths.request(link.requestId)]]);
    expect(await mailed(actor)).toEqual(['Contoso declined your request']);
  });

  it('is told once when it expires', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    const { requestId } = await newRequest(actor);
    await db
      .update(consentRequests)
      .set({ expiresAt: later(now(), -days(1)) })
      .where(eq(consentRequests.id, requestId));
    await expireRequest(systemActor('test'), { requestId });
    await expireRequest(systemActor('test'), { requestId });
    expect(await told(actor)).toEqual([
      ['Your request to Ada Lovelace (Contoso) expired without an answer.', paths.request(requestId)],
    ]);
    expect(await mailed(actor)).toEqual(['Your request to Ada Lovelace (Contoso) expired without an answer']);
  });

  it('gets no mail when they switched it off', async () => {
    const { actor } = await newPartner('direct', 'admin_agent');
    await savePreferences(actor, { preferences: [{ kind: 'request_accepted', inApp: true, mail: false }] });
    await acceptAs((await newCustomer('Contoso')).admin, await newRequest(actor));
    expect(await told(actor)).toHaveLength(1);
    expect(await mailed(actor)).toEqual([]);
  });
});

describe('who uploaded a file', () => {
  async function uploaded(content: string) {
    const { tenant, actor } = await newPartner('direct', 'admin_agent');
    const customer = await newCustomer('Contoso');
    await newConsent(customer, tenant);
    const search = { customerId: customer.tenant.id, batch: 'Pilot', mode: 'keep_good' };
    const request = new Request(new URL(paths.uploadsApi(search), 'http://localhost:3000'), {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: content,
    });
    return { actor, id: (await receiveUpload(actor, request)).id };
  }
  const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';

  it('is told when it is finished, with the counts', async () => {
    const { actor, id } = await uploaded(`${header}\nTOLD-1,,,Acme,One\n,,,Acme,One\n`);
    await runUntilEmpty();
    expect(await told(actor)).toEqual([
      ['The upload “Pilot” for Contoso is finished: 1 registered, 1 rejected.', paths.upload(id)],
    ]);
    expect(await mailed(actor)).toHaveLength(1);
  });

  it('is told when it stopped', async () => {
    const { actor, id } = await uploaded(`${header}\nTOLD-2,,,Acme,One\n`);
    await db.update(uploads).set({ state: 'running' }).where(eq(uploads.id, id));
    await failUpload(systemActor('test'), { uploadId: id, failureCode: 'temporary', failureMessage: 'Broken.' });
    expect(await told(actor)).toEqual([
      ['The upload “Pilot” for Contoso stopped. Open it to see why.', paths.upload(id)],
    ]);
  });
});
