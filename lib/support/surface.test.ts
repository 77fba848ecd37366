import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, surfaceRegistrations, uploads, users } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { listOwnDevices } from '@/lib/devices/own-queries';
import { registerUpload } from '@/lib/devices/process-upload';
import { listDevices } from '@/lib/devices/queries';
import { receiveUpload } from '@/lib/devices/receive-upload';
import { readUpload } from '@/lib/devices/upload-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { newSupporter, pdfOf } from '@/lib/testing/conflicts';
import { mailsTo } from '@/lib/testing/mails';
import { newCustomer, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload, uploadRequestOf } from '@/lib/testing/uploads';
import { registerSurface } from './register-surface';
import { getSurface, listSurface, readSurfaceProof } from './surface-queries';
import { takeBackSurface } from './take-back-surface';

let support: UserActor;
let customer: Awaited<ReturnType<typeof newCustomer>>;
beforeEach(async () => {
  support = await newSupporter();
  customer = await newCustomer('Contoso');
});

const serial = () => `SF-${uuidv7()}`;
const reason = 'Bought from a shop that registers nothing.';
const order = (serials: string[], given: object = {}) => ({
  id: uuidv7(),
  customer: customer.tenant.domain,
  askedBy: customer.admin.email,
  serials: serials.join('\n'),
  model: 'Surface Pro 9',
  orderNumber: 'PO-4711',
  groupTag: 'Sales',
  reason,
  proof: pdfOf('Invoice 4711'),
  ...given,
});
async function registered(serials: string[], given: object = {}): Promise<string> {
  const outcome = await registerSurface(support, order(serials, given));
  if (!outcome.ok) throw new Error(outcome.reason);
  await runUntilEmpty();
  return outcome.id;
}
const own = async () => (await listOwnDevices(customer.admin, { search: '' })).items;
const told = async (person: UserActor) =>
  (await latestNotifications(person, {})).latest.map(({ sentence }) => sentence);

describe('Surface devices that support registers for a customer', () => {
  it('are the customer’s, registered by support, with what the firmware says', async () => {
    const [one, other] = [serial(), serial()];
    const id = await registered([one, other]);
    expect(await own()).toMatchObject([
      { serial: other, manufacturer: 'Microsoft Corporation', model: 'Surface Pro 9', groupTag: 'Sales' },
      { serial: one, registrarName: expect.stringMatching(/ support$/) },
    ]);
    expect(await getSurface(support, { id })).toMatchObject({
      customerName: 'Contoso',
      askedBy: customer.admin.name,
      state: 'finished',
      registered: 2,
      orderNumber: 'PO-4711',
      rows: [{ status: 'registered' }, { status: 'registered' }],
    });
    expect((await listSurface(support, {})).rows[0]).toMatchObject({ id, by: support.name });
    expect(await readSurfaceProof(support, { id })).toEqual({ type: 'pdf', content: pdfOf('Invoice 4711') });
  });

  it('are told to the customer’s administrators by mail, bell and log, and to whoever did it', async () => {
    const intune = await newPerson(customer.tenant, 'intune_admin');
    const clerk = await newPerson(customer.tenant, 'user');
    const id = await registered([serial()]);
    const sentence = `${support.tenant.name} support registered 1 Surface device for your organization, as one of your administrators asked.`;
    for (const person of [customer.admin, intune]) {
      expect(await told(person)).toEqual([sentence]);
      expect(await mailsTo(person.email)).toHaveLength(1);
    }
    expect(await told(clerk)).toEqual([]);
    expect(await told(support)).toEqual(['The Surface devices of Contoso are done: 1 registered.']);
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(event).toMatchObject({
      action: 'surface.registered',
      customerId: customer.tenant.id,
      detail: { reason, askedBy: customer.admin.name, devices: 1 },
    });
  });

  it('are no partner’s: it neither sees them nor their upload, and is refused them like another’s', async () => {
    const { actor, customer: theirs, customerId } = await newRegistrar();
    const number = serial();
    const id = await registered([number], { customer: customerId, askedBy: theirs.admin.email });
    expect((await listDevices(actor, { customerId })).total).toBe(0);
    const { uploadId } = await getSurface(support, { id });
    await expect(readUpload(actor, { id: uploadId })).rejects.toMatchObject({ code: 'not_found' });
    const { rows } = await upload(actor, customerId, deviceFile(`${number},,,Microsoft Corporation,Surface Pro 9`));
    expect(rows[0]).toMatchObject({ status: 'rejected', code: 'other_registrar' });
  });

  it('are answered row by row; who has a device of another is told to support alone', async () => {
    const { actor, customer: holder, customerId } = await newRegistrar();
    const [held, good] = [serial(), serial()];
    await upload(actor, customerId, deviceFile(`${held},,,Microsoft Corporation,Surface Pro 9`));
    const id = await registered([held, good, good]);
    const { rows, state } = await getSurface(support, { id });
    expect(state).toBe('finished_with_errors');
    expect(rows).toMatchObject([
      { code: 'other_tenant', holder: { customer: holder.tenant.name, registrar: actor.tenant.name } },
      { status: 'registered', holder: null },
      { code: 'duplicate_in_file', holder: null },
    ]);
    const all = JSON.stringify([await own(), await told(customer.admin), await mailsTo(customer.admin.email)]);
    for (const secret of [holder.tenant.name, actor.tenant.name, held]) expect(all).not.toContain(secret);
  });

  it('can be taken back with a reason, once, and the customer is told', async () => {
    const id = await registered([serial(), serial()]);
    const why = 'The invoice was of somebody else.';
    const answers = await Promise.all([1, 2].map(() => takeBackSurface(support, { id, reason: why })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already_undone' });
    await runUntilEmpty();
    expect(await own()).toEqual([]);
    expect(await getSurface(support, { id })).toMatchObject({ state: 'undone', takenBackFor: why, deregistered: 2 });
    expect((await told(customer.admin))[0]).toContain('takes back 2 Surface devices that it registered');
  });
});

describe('a registration that is refused', () => {
  it.each([
    ['a part of a domain', { customer: 'contoso' }, 'no_customer'],
    ['a tenant that is not there', { customer: uuidv7() }, 'no_customer'],
    ['somebody whom nobody knows', { askedBy: 'nobody@contoso.example' }, 'no_administrator'],
  ])('names %s', async (_what, given, why) => {
    expect(await registerSurface(support, order([serial()], given))).toEqual({ ok: false, reason: why });
    expect(await db.select().from(uploads).where(eq(uploads.customerId, customer.tenant.id))).toEqual([]);
  });

  it('was asked for by somebody who is no administrator of that customer, or is one no more', async () => {
    const clerk = await newPerson(customer.tenant, 'user');
    const other = await newCustomer();
    const gone = await newPerson(customer.tenant, 'global_admin');
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, gone.id));
    for (const { email } of [clerk, other.admin, gone]) {
      const answer = await registerSurface(support, order([serial()], { askedBy: email }));
      expect(answer).toEqual({ ok: false, reason: 'no_administrator' });
    }
  });

  it.each([
    [{ serials: ' ' }, 'serials', 'Paste the serial numbers'],
    [{ serials: Array.from({ length: 1001 }, (_, at) => `S${at}`).join('\n') }, 'serials', 'At most 1,000'],
    [{ model: ' ' }, 'model', 'Choose the model'],
    [{ proof: new Uint8Array() }, 'proof', 'empty'],
    [{ reason: '' }, 'reason', 'Say why'],
  ])('says beside the field what is wrong: %#', async (given, field, problem) => {
    const error = await registerSurface(support, order(['S1'], given)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid', fields: { [field]: expect.stringContaining(problem) } });
  });

  it('is the same form sent twice', async () => {
    const same = order([serial()]);
    const answers = [await registerSurface(support, same), await registerSurface(support, same)];
    expect(answers).toEqual([
      { ok: true, id: same.id },
      { ok: false, reason: 'repeated' },
    ]);
    expect(await db.select().from(uploads).where(eq(uploads.customerId, customer.tenant.id))).toHaveLength(1);
  });
});

describe('the way without a consent', () => {
  it('is none for a file that support would send like a partner', async () => {
    const file = deviceFile(`${serial()},,,Microsoft Corporation,Surface Pro 9`);
    await expect(receiveUpload(support, uploadRequestOf(customer.tenant.id, file))).rejects.toMatchObject({
      code: 'denied',
    });
  });

  it('is none for an upload of the operator’s that no customer asked for', async () => {
    const outcome = await registerSurface(support, order([serial()]));
    if (!outcome.ok) throw new Error(outcome.reason);
    const { uploadId } = await getSurface(support, { id: outcome.id });
    await db.delete(surfaceRegistrations).where(eq(surfaceRegistrations.id, outcome.id));
    const run = { id: uuidv7(), payload: { uploadId }, shouldStop: () => false, lastAttempt: false };
    await registerUpload(1000)(run);
    expect((await db.select().from(uploads).where(eq(uploads.id, uploadId)))[0]).toMatchObject({
      registered: 0,
      failureCode: 'consent_revoked',
    });
    expect(await own()).toEqual([]);
  });

  it('ends with the role of whoever sent it', async () => {
    const outcome = await registerSurface(support, order([serial()]));
    if (!outcome.ok) throw new Error(outcome.reason);
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, support.id));
    await runUntilEmpty();
    expect(await own()).toEqual([]);
  });
});
