import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, deviceHashes } from '@/db/schema';
import { systemActor } from '@/lib/auth/actor';
import { endConsent } from '@/lib/consent/end-consent';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { storedDevices } from '@/lib/testing/devices';
import { newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, outcomeOf, send, upload } from '@/lib/testing/uploads';
import { cancelUpload } from './cancel-upload';
import { deregisterDevices } from './deregister-devices';
import { deregisterRows } from './deregister-rows';
import { registerUpload } from './process-upload';
import { undoUpload } from './undo-upload';

let made = 0;
const rows = (length: number) => {
  const word = `U${process.pid}-${++made}`;
  return Array.from({ length }, (_, at) => `${word}-${String(at).padStart(6, '0')},,,Contoso Devices,Atlas 13`);
};
const serialsOf = async (customerId: string) => (await storedDevices(customerId)).map(({ serial }) => serial).sort();
const serialIn = (row: string | undefined) => row?.split(',')[0];

/** Works through so many chunks of ten rows and leaves off. */
const runChunks = (uploadId: string, chunks: number) => {
  let asked = 0;
  return registerUpload(10)({
    id: 'job',
    payload: { uploadId },
    shouldStop: () => asked++ >= chunks,
    lastAttempt: false,
  });
};
const events = (uploadId: string, action: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, uploadId), eq(auditEvents.action, action)));

describe('undoing an upload', () => {
  it('deregisters exactly what it registered, and keeps what each row was told', async () => {
    const { actor, customerId } = await newRegistrar();
    const [before, mine] = [rows(3), rows(4)];
    await upload(actor, customerId, deviceFile(...before));
    const { id } = await upload(actor, customerId, deviceFile(...mine, ...before));
    expect(await undoUpload(actor, { uploadId: id })).toEqual({ ok: true });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toEqual(before.map(serialIn));
    const after = await outcomeOf(actor, id);
    expect(after).toMatchObject({ state: 'undone', registered: 4, unchanged: 3 });
    expect(after.undo).toMatchObject({ by: actor.name, taken: 4, over: true });
    expect(after.rows).toHaveLength(7);
    expect(await events(id, 'upload.undone')).toHaveLength(1);
  });

  it('takes the hashes along, and the devices can be registered again', async () => {
    const { actor, customerId } = await newRegistrar();
    const hash = Buffer.alloc(3000, `${process.pid} ${++made}`).toString('base64');
    const file = deviceFile(`H${process.pid}-${made},,${hash},,`);
    const { id } = await upload(actor, customerId, file);
    const [device] = await storedDevices(customerId);
    expect(device?.hash).not.toBeNull();
    await undoUpload(actor, { uploadId: id });
    await runUntilEmpty();
    expect(
      await db
        .select()
        .from(deviceHashes)
        .where(eq(deviceHashes.upload, device?.upload ?? 0)),
    ).toEqual([]);
    expect(await upload(actor, customerId, file)).toMatchObject({ state: 'finished', registered: 1 });
  });

  it('leaves a device that another upload registered since', async () => {
    const { actor, customerId } = await newRegistrar();
    const mine = rows(3);
    const { id } = await upload(actor, customerId, deviceFile(...mine));
    const [, second] = await storedDevices(customerId);
    await deregisterDevices(actor, { customerId, deviceIds: [second?.id ?? ''] });
    await upload(actor, customerId, deviceFile(mine[1] ?? ''));
    await undoUpload(actor, { uploadId: id });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toEqual([serialIn(mine[1])]);
    expect((await outcomeOf(actor, id)).undo).toMatchObject({ taken: 2, over: true });
  });

  it('happens once, however often it is asked for', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(...rows(2)));
    const answers = await Promise.all(Array.from({ length: 5 }, () => undoUpload(actor, { uploadId: id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'already_undone')).toHaveLength(4);
    await runUntilEmpty();
    expect((await outcomeOf(actor, id)).undo).toMatchObject({ taken: 2 });
  });

  it.each([
    ['runs', 'not_ended'],
    ['registered nothing', 'nothing_registered'],
    ['is of a customer whose consent ended', 'no_consent'],
  ])('is refused for one that %s', async (what, reason) => {
    const { actor, customer, customerId, consentId } = await newRegistrar();
    const file = deviceFile(...rows(25));
    if (what === 'registered nothing') await upload(actor, customerId, file);
    const { id } = await send(actor, customerId, file);
    if (what === 'runs') await runChunks(id, 1);
    else await runUntilEmpty();
    if (reason === 'no_consent') await endConsent(customer.admin, { consentId });
    expect(await undoUpload(actor, { uploadId: id })).toEqual({ ok: false, reason });
  });

  it('stops when consent ends, and says how many devices stay', async () => {
    const { actor, customer, customerId, consentId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(...rows(3)));
    await undoUpload(actor, { uploadId: id });
    await endConsent(customer.admin, { consentId });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toHaveLength(3);
    const after = await outcomeOf(actor, id);
    expect(after.undo).toMatchObject({ taken: 0, over: true });
    expect(after.failure?.message).toContain('3 of its devices stay registered');
  });

  it('goes on after a worker that left off, and counts nothing twice', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(...rows(2001)));
    await undoUpload(actor, { uploadId: id });
    expect(await deregisterRows(systemActor('test'), { uploadId: id })).toMatchObject({
      ok: true,
      over: false,
    });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toEqual([]);
    expect((await outcomeOf(actor, id)).undo).toMatchObject({ taken: 2001, over: true });
  });
});

describe('canceling an upload', () => {
  it('registers no row after the chunk that was under way, and what is registered can be undone', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rows(35)));
    await runChunks(id, 2);
    expect(await cancelUpload(actor, { uploadId: id })).toEqual({ ok: true });
    await runUntilEmpty();
    expect(await outcomeOf(actor, id)).toMatchObject({ state: 'canceled', registered: 20, doneRows: 20 });
    expect(await serialsOf(customerId)).toHaveLength(20);
    expect(await undoUpload(actor, { uploadId: id })).toEqual({ ok: true });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toEqual([]);
  });

  it('takes an all-or-nothing upload back by itself', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rows(35)), { mode: 'all_or_nothing' });
    await runChunks(id, 100);
    await runChunks(id, 2);
    expect((await serialsOf(customerId)).length).toBeGreaterThan(0);
    await cancelUpload(actor, { uploadId: id });
    await runUntilEmpty();
    expect(await serialsOf(customerId)).toEqual([]);
    expect(await outcomeOf(actor, id)).toMatchObject({ state: 'canceled', undo: { over: true } });
  });

  it('before it began leaves nothing to do', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rows(2)));
    await cancelUpload(actor, { uploadId: id });
    await runUntilEmpty();
    expect(await outcomeOf(actor, id)).toMatchObject({ state: 'canceled', registered: 0, doneRows: 0 });
  });

  it('is too late after the end, and is not for a helpdesk agent', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(...rows(2)));
    expect(await cancelUpload(actor, { uploadId: id })).toEqual({ ok: false, reason: 'already_ended' });
    const helpdesk = await newPerson(partner, 'helpdesk_agent');
    await expect(cancelUpload(helpdesk, { uploadId: id })).rejects.toMatchObject({ code: 'denied' });
  });
});
