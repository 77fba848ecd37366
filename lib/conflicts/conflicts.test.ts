import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db';
import { conflictDays, conflictProofParts, conflicts, consents, jobs } from '@/db/schema';
import { systemActor, type UserActor } from '@/lib/auth/actor';
import { days, later, now, setClock } from '@/lib/clock';
import { deregisterDevices } from '@/lib/devices/deregister-devices';
import { listDevices } from '@/lib/devices/queries';
import { undoUpload } from '@/lib/devices/undo-upload';
import { listUploads } from '@/lib/devices/upload-queries';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { latestNotifications } from '@/lib/notifications/queries';
import { paths } from '@/lib/paths';
import { asking, newConflict, newDispute, newSupporter, pdfOf, refused } from '@/lib/testing/conflicts';
import { mailsTo } from '@/lib/testing/mails';
import { newConsent, newPerson } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, upload } from '@/lib/testing/uploads';
import { askRelease } from './ask-release';
import { attachProof } from './attach-proof';
import { decideConflict } from './decide-conflict';
import { escalateConflict } from './escalate-conflict';
import { conflictLimits } from './limits';
import { noteConflict } from './note-conflict';
import { readProof } from './proof-queries';
import { conflictsOfDevice, listConflicts, readConflict } from './queries';
import { getConflict, listQueue } from './queue-queries';
import { refuseRelease } from './refuse-release';
import { releaseDevice } from './release-device';
import { askTarget, conflictsOfRows } from './row-queries';
import { withdrawAsking } from './withdraw-asking';

let world: Awaited<ReturnType<typeof newConflict>>;
let support: UserActor;
beforeEach(async () => {
  world = await newConflict();
  support = await newSupporter();
});

const row = async (id = world.conflictId) => (await db.select().from(conflicts).where(eq(conflicts.id, id)))[0];
const told = async (person: UserActor, id = world.conflictId) =>
  (await latestNotifications(person, {})).latest
    .filter(({ path }) => path.endsWith(id))
    .map(({ sentence, path }) => [sentence, path]);
const held = async ({ actor, customerId }: typeof world.holder) => (await listDevices(actor, { customerId })).total;
async function deregister({ actor, customerId }: typeof world.holder): Promise<void> {
  const { items } = await listDevices(actor, { customerId });
  await deregisterDevices(actor, { customerId, deviceIds: items.map(({ id }) => id) });
}
const register = async ({ actor, customerId }: typeof world.holder) =>
  (await upload(actor, customerId, deviceFile(`${world.serial},,,Contoso,Atlas`))).rows[0];
const escalated = () => refuseRelease(world.holder.actor, { conflictId: world.conflictId, reason: 'It is ours.' });
const reason = 'The invoice names this serial number.';

describe('asking for a release', () => {
  it('keeps what was asked with its proof, leaves the device where it is and tells both of the holder', async () => {
    const { conflictId, holder, asker, serial } = world;
    expect(await row()).toMatchObject({
      state: 'asked',
      askerPartnerId: asker.partner.id,
      askerCustomerId: asker.customerId,
      holderCustomerId: holder.customerId,
      registrarId: holder.partner.id,
      serial,
      proofType: 'pdf',
    });
    expect(await held(holder)).toBe(1);
    const sentence = expect.stringMatching(`^You are asked to release the device ${serial}\\. Answer by `);
    expect(await told(holder.actor)).toEqual([[sentence, paths.conflict(conflictId)]]);
    expect(await told(holder.customer.admin)).toEqual([[sentence, paths.askedRelease(conflictId)]]);
    expect(await told(asker.actor)).toEqual([]);
    expect(await mailsTo(holder.customer.admin.email)).toHaveLength(1);
  });

  it('is one request for a device and an asker, however often it is asked at once', async () => {
    const { asker, uploadId } = await newDispute();
    const answers = await Promise.all(Array.from({ length: 8 }, () => askRelease(asker.actor, asking(uploadId))));
    const made = answers.filter(({ ok }) => ok);
    expect(made).toHaveLength(1);
    const { id } = made[0] as { id: string };
    expect(answers.filter((answer) => !answer.ok)).toEqual(Array(7).fill({ ok: false, reason: 'already_asked', id }));
    const day = now().toISOString().slice(0, 10);
    const counted = and(eq(conflictDays.partnerId, asker.partner.id), eq(conflictDays.day, day));
    expect(await db.select().from(conflictDays).where(counted)).toMatchObject([{ asked: 1 }]);
  });

  it('looks again whether another customer has it, and says what an upload would say', async () => {
    const { asker, holder, uploadId } = await newDispute();
    await deregister(holder);
    expect(await askRelease(asker.actor, asking(uploadId))).toEqual({ ok: false, reason: 'not_held' });
  });

  it('answers plainly when the partner’s own customer has it meanwhile, or another partner registered it there', async () => {
    const { asker, holder, serial, uploadId } = await newDispute();
    await deregister(holder);
    const other = await newRegistrar();
    await newConsent(asker.customer, other.partner);
    await upload(other.actor, asker.customerId, deviceFile(`${serial},,,Contoso,Atlas`));
    expect(await askRelease(asker.actor, asking(uploadId))).toEqual({ ok: false, reason: 'other_registrar' });
  });

  it('points to the partner’s own device of another of its customers', async () => {
    const { holder, serial } = await newDispute();
    const second = await newRegistrar();
    await newConsent(second.customer, holder.partner);
    const { id } = await upload(holder.actor, second.customerId, deviceFile(`${serial},,,Contoso,Atlas`));
    expect(await askRelease(holder.actor, asking(id))).toEqual({ ok: false, reason: 'own_device' });
  });

  it('ends with the consent of the customer it is for', async () => {
    const { asker, uploadId } = await newDispute();
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, asker.consentId));
    await expect(askRelease(asker.actor, asking(uploadId))).rejects.toMatchObject({ code: 'not_found' });
    await expect(askTarget(asker.actor, { uploadId, row: 1 })).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['a row that there is not', { row: 2 }, 'not_found'],
    ['a page instead of a proof', { proof: Buffer.from('<html>') }, 'invalid'],
    ['a note of a page', { note: 'x'.repeat(1001) }, 'invalid'],
  ])('is refused for %s', async (_what, given, code) => {
    const { asker, uploadId } = await newDispute();
    await expect(askRelease(asker.actor, { ...asking(uploadId), ...given })).rejects.toMatchObject({ code });
  });

  it('finds a device by its hardware hash alone', async () => {
    const { asker, holder } = await newDispute();
    const hash = Buffer.alloc(1500, holder.customerId).toString('base64');
    await upload(holder.actor, holder.customerId, deviceFile(`H-${holder.customerId},,${hash},,`));
    const { id } = await upload(asker.actor, asker.customerId, deviceFile(`H-${asker.customerId},,${hash},,`));
    const asked = await askRelease(asker.actor, asking(id));
    expect(asked).toMatchObject({ ok: true });
    expect(await row(asked.ok ? asked.id : '')).toMatchObject({
      serial: `H-${asker.customerId}`,
      registered: { serial: `H-${holder.customerId}`, hashed: true },
    });
  });

  it('has a limit for the day', async () => {
    const { asker, uploadId } = await newDispute();
    const day = now().toISOString().slice(0, 10);
    await db.insert(conflictDays).values({ partnerId: asker.partner.id, day, asked: conflictLimits.askedADay });
    expect(await askRelease(asker.actor, asking(uploadId))).toEqual({ ok: false, reason: 'limit_reached' });
    expect(await db.select().from(conflicts).where(eq(conflicts.askerPartnerId, asker.partner.id))).toEqual([]);
  });
});

describe('the proof of purchase', () => {
  it('comes back to the byte, to who attached it and to support, and to nobody else', async () => {
    const id = world.conflictId;
    const content = Buffer.from(pdfOf('Invoice 4711'));
    expect(await readProof(world.asker.actor, { id })).toEqual({ type: 'pdf', content });
    expect(await readProof(support, { id })).toEqual({ type: 'pdf', content });
    await expect(readProof(world.holder.actor, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readProof(world.holder.customer.admin, { id })).rejects.toMatchObject({ code: 'denied' });
  });

  it('is kept in pieces and replaced as a whole while nothing is settled', async () => {
    const { asker, conflictId } = world;
    const large = Buffer.concat([pdfOf('scan'), Buffer.alloc(conflictLimits.piece * 2, 7)]);
    expect(await attachProof(asker.actor, { conflictId, proof: large })).toEqual({ ok: true });
    const parts = () => db.select().from(conflictProofParts).where(eq(conflictProofParts.conflictId, conflictId));
    expect(await parts()).toHaveLength(3);
    expect((await readProof(asker.actor, { id: conflictId })).content.equals(large)).toBe(true);
    expect(await attachProof(asker.actor, { conflictId, proof: pdfOf('better') })).toEqual({ ok: true });
    expect(await parts()).toHaveLength(1);
    await withdrawAsking(asker.actor, { conflictId });
    expect(await attachProof(asker.actor, { conflictId, proof: large })).toEqual({
      ok: false,
      reason: 'already_settled',
    });
  });
});

describe('the holder', () => {
  it.each([
    ['the partner that registered it', () => world.holder.actor, 'registrar'],
    ['the customer’s global administrator', () => world.holder.customer.admin, 'customer'],
    ['its Intune administrator', () => newPerson(world.holder.customer.tenant, 'intune_admin'), 'customer'],
  ] as const)('releases it: %s; it is free at once, and both sides are told', async (_who, person, closedBy) => {
    const { holder, asker, serial, conflictId } = world;
    expect(await releaseDevice(await person(), { conflictId })).toEqual({ ok: true });
    expect(await row()).toMatchObject({ state: 'released', closedBy, closedAt: expect.any(Date) });
    expect(await held(holder)).toBe(0);
    expect(await told(asker.actor)).toEqual([
      [`The device ${serial} is released. You can register it now.`, paths.conflict(conflictId)],
    ]);
    const released = `The device ${serial} is released: it is no longer registered.`;
    expect((await told(holder.actor))[0]).toEqual([released, paths.conflict(conflictId)]);
    expect((await told(holder.customer.admin))[0]).toEqual([released, paths.askedRelease(conflictId)]);
    const mine = () => readConflict(asker.actor, { id: conflictId, place: 'partner' });
    expect(await mine()).toMatchObject({ registered: false });
    expect(await register(asker)).toMatchObject({ status: 'registered' });
    expect(await mine()).toMatchObject({ registered: true });
  });

  it('answers once: of a release and a refusal at the same moment one happens', async () => {
    const { holder, conflictId } = world;
    const answers = await Promise.all([
      releaseDevice(holder.actor, { conflictId }),
      releaseDevice(holder.customer.admin, { conflictId }),
      releaseDevice(holder.actor, { conflictId }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await refuseRelease(holder.actor, { conflictId, reason })).toEqual({ ok: false, reason: 'already_settled' });
  });

  it('refuses with a reason for support, which decides then; it can still release', async () => {
    const { holder, asker, serial, conflictId } = world;
    expect(await escalated()).toEqual({ ok: true });
    expect(await row()).toMatchObject({ state: 'escalated', escalatedWhy: 'refused', refusal: 'It is ours.' });
    expect(await told(asker.actor)).toEqual([
      [`Nobody released the device ${serial}. Support decides now.`, paths.conflict(conflictId)],
    ]);
    expect(await told(support)).toEqual([
      [
        `${asker.partner.name} asks for the device ${serial} of ${holder.customer.tenant.name}, which refused. Decide it.`,
        paths.supportConflict(conflictId),
      ],
    ]);
    expect(await escalated()).toEqual({ ok: false, reason: 'already_settled' });
    expect(await releaseDevice(holder.customer.admin, { conflictId })).toEqual({ ok: true });
  });

  it('is the customer alone once the partner may no longer act for it', async () => {
    const { holder, conflictId } = world;
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, holder.consentId));
    await expect(releaseDevice(holder.actor, { conflictId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readConflict(holder.actor, { id: conflictId, place: 'partner' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await releaseDevice(holder.customer.admin, { conflictId })).toEqual({ ok: true });
  });

  it('is nobody of the asking side, and no colleague without the right', async () => {
    const { asker, holder, conflictId } = world;
    for (const person of [asker.actor, asker.customer.admin, (await newRegistrar()).actor]) {
      await expect(releaseDevice(person, { conflictId })).rejects.toMatchObject({ code: 'not_found' });
    }
    const user = await newPerson(holder.customer.tenant, 'user');
    await expect(releaseDevice(user, { conflictId })).rejects.toMatchObject({ code: 'denied' });
    const owner = await newPerson(holder.partner, 'global_admin');
    await expect(releaseDevice(owner, { conflictId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await readConflict(owner, { id: conflictId, place: 'partner' })).toMatchObject({ side: 'holder' });
  });
});

describe('the asker', () => {
  it('withdraws, and can ask again', async () => {
    const { asker, holder, serial, conflictId, uploadId } = world;
    expect(await withdrawAsking(asker.actor, { conflictId })).toEqual({ ok: true });
    expect((await told(holder.actor))[0]?.[0]).toBe(
      `The request to release the device ${serial} was withdrawn. It stays registered.`,
    );
    expect(await withdrawAsking(asker.actor, { conflictId })).toEqual({ ok: false, reason: 'already_settled' });
    expect(await releaseDevice(holder.actor, { conflictId })).toEqual({ ok: false, reason: 'already_settled' });
    expect(await askRelease(asker.actor, asking(uploadId))).toMatchObject({ ok: true });
  });

  it('sees at each row how its request stands, from whatever upload the row is', async () => {
    const { asker, serial, conflictId, uploadId } = world;
    const again = await refused(asker, serial);
    const rows = [{ row: 1, serialNumber: serial, productKey: '' }];
    const expected = new Map([[1, { href: paths.conflict(conflictId), state: 'asked' }]]);
    expect(await conflictsOfRows(asker.actor, { uploadId, rows })).toEqual(expected);
    expect(await conflictsOfRows(asker.actor, { uploadId: again, rows })).toEqual(expected);
    expect(await conflictsOfRows(world.holder.actor, { uploadId, rows })).toEqual(new Map());
  });
});

describe('the clock', () => {
  const runAt = async (at: Date) => {
    setClock(() => at);
    await runUntilEmpty().finally(() => setClock());
  };

  it('reminds the holder two days before its end, once, and hands over to support at its end', async () => {
    const { holder, asker, serial, conflictId } = world;
    const started = (await row())?.createdAt ?? now();
    await runAt(later(started, days(5) - 1));
    expect(await told(holder.customer.admin)).toHaveLength(1);
    await runAt(later(started, days(5)));
    await runAt(later(started, days(6)));
    const due = expect.stringMatching(`^You have not said yet whether the device ${serial} is released\\. After `);
    expect((await told(holder.customer.admin)).map(([sentence]) => sentence)).toEqual([due, expect.any(String)]);
    expect((await row())?.state).toBe('asked');
    await runAt(later(started, days(7)));
    expect(await row()).toMatchObject({ state: 'escalated', escalatedWhy: 'unanswered' });
    expect((await told(support)).map(([, path]) => path)).toContain(paths.supportConflict(conflictId));
    expect((await told(asker.actor))[0]?.[0]).toBe(`Nobody released the device ${serial}. Support decides now.`);
    expect((await told(holder.actor))[0]?.[0]).toBe(`Support decides now whether the device ${serial} is released.`);
    expect(await db.select().from(jobs).where(eq(jobs.kind, 'conflict.escalate'))).toEqual([]);
    expect((await listQueue(support, { show: 'decide' })).rows.map(({ id }) => id)).toContain(conflictId);
  });

  it('does not hand over before its end, nor what was answered', async () => {
    const { holder, conflictId } = world;
    const system = systemActor('test');
    expect(await escalateConflict(system, { conflictId })).toEqual({ ok: false, reason: 'not_due' });
    await releaseDevice(holder.actor, { conflictId });
    expect(await escalateConflict(system, { conflictId })).toEqual({ ok: false, reason: 'already_answered' });
    await runAt(later(now(), days(8)));
    expect((await row())?.state).toBe('released');
    expect(await told(support)).toEqual([]);
  });
});

describe('support', () => {
  it('waits for the holder’s answer or the end of its time', async () => {
    const given = { conflictId: world.conflictId, reason };
    expect(await decideConflict(support, { ...given, decision: 'release' })).toEqual({
      ok: false,
      reason: 'not_escalated',
    });
  });

  it('releases: the device is deregistered and both sides read why', async () => {
    const { holder, asker, conflictId } = world;
    await escalated();
    expect(await decideConflict(support, { conflictId, decision: 'release', reason })).toEqual({ ok: true });
    expect(await row()).toMatchObject({ state: 'released', closedBy: 'support', answer: reason });
    expect(await held(holder)).toBe(0);
    const place = 'partner';
    expect(await readConflict(asker.actor, { id: conflictId, place })).toMatchObject({ answer: reason });
    expect(await readConflict(holder.actor, { id: conflictId, place })).toMatchObject({ answer: reason });
    expect(await register(asker)).toMatchObject({ status: 'registered' });
  });

  it('rejects: the device stays, and the asker can ask anew with a better proof', async () => {
    const { holder, asker, serial, conflictId, uploadId } = world;
    await escalated();
    expect(await decideConflict(support, { conflictId, decision: 'reject', reason })).toEqual({ ok: true });
    expect(await held(holder)).toBe(1);
    expect((await told(asker.actor))[0]?.[0]).toBe(`Support decided that the device ${serial} is not released.`);
    expect((await told(holder.actor))[0]?.[0]).toBe(`Support decided that the device ${serial} stays registered.`);
    expect(await decideConflict(support, { conflictId, decision: 'release', reason })).toEqual({
      ok: false,
      reason: 'already_settled',
    });
    expect(await askRelease(asker.actor, asking(uploadId))).toMatchObject({ ok: true });
  });

  it('cannot name one side to the other in its reason', async () => {
    const { holder, asker, conflictId } = world;
    await escalated();
    for (const { name, domain } of [holder.partner, holder.customer.tenant, asker.partner, asker.customer.tenant]) {
      for (const words of [`Ask ${name.toUpperCase()}.`, `Write to it@${domain} then.`]) {
        const answer = await decideConflict(support, { conflictId, decision: 'reject', reason: words });
        expect(answer).toEqual({ ok: false, reason: 'names_somebody', name });
      }
    }
    expect((await row())?.state).toBe('escalated');
  });

  it('sees both sides and keeps notes for itself', async () => {
    const { holder, asker, conflictId } = world;
    await noteConflict(support, { conflictId, note: 'Called the distributor.' });
    expect(await getConflict(support, { id: conflictId })).toMatchObject({
      asker: { name: asker.partner.name },
      askerCustomer: { name: asker.customer.tenant.name },
      holder: { name: holder.customer.tenant.name },
      registrar: { name: holder.partner.name },
      conflict: { note: 'Bought from the outlet.', orderReference: 'PO-4711' },
      notes: [{ text: 'Called the distributor.', by: support.name }],
      registered: true,
      askerMayAct: true,
    });
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, asker.consentId));
    expect(await getConflict(support, { id: conflictId })).toMatchObject({ askerMayAct: false });
  });
});

describe('a device that stops being registered by other ways', () => {
  const gone = async () => {
    expect(await row()).toMatchObject({ state: 'closed', closedBy: null });
    expect((await told(world.asker.actor))[0]?.[0]).toBe(
      `The device ${world.serial} is no longer registered elsewhere. You can register it now.`,
    );
    expect(await register(world.asker)).toMatchObject({ status: 'registered' });
  };

  it('closes the conflict when it is deregistered', async () => {
    await deregister(world.holder);
    await gone();
  });

  it('closes it when its upload is undone', async () => {
    const { actor, customerId } = world.holder;
    const [first] = (await listUploads(actor, { customerId })).items;
    await undoUpload(actor, { uploadId: first?.id ?? '' });
    await runUntilEmpty();
    await gone();
  });

  it('closes it when it is released to somebody else who asked', async () => {
    const other = await newRegistrar();
    const asked = await askRelease(other.actor, asking(await refused(other, world.serial)));
    await releaseDevice(world.holder.actor, { conflictId: asked.ok ? asked.id : '' });
    await gone();
  });
});

describe('the page of a device', () => {
  it('leads the partner that registered it to what is asked about it, while that is open', async () => {
    const { holder, asker, conflictId } = world;
    const deviceId = (await row())?.deviceId ?? '';
    expect(await conflictsOfDevice(holder.actor, { deviceId })).toMatchObject([{ id: conflictId }]);
    expect(await conflictsOfDevice(asker.actor, { deviceId })).toEqual([]);
    await withdrawAsking(asker.actor, { conflictId });
    expect(await conflictsOfDevice(holder.actor, { deviceId })).toEqual([]);
  });
});

describe('the lists', () => {
  it('show each side its own, and only that', async () => {
    const { holder, asker, conflictId } = world;
    const ids = async (person: UserActor, place: 'partner' | 'customer', show: 'asked' | 'received') =>
      (await listConflicts(person, { place, show })).rows.map(({ id, side }) => [id, side]);
    expect(await ids(asker.actor, 'partner', 'asked')).toEqual([[conflictId, 'asker']]);
    expect(await ids(asker.actor, 'partner', 'received')).toEqual([]);
    expect(await ids(holder.actor, 'partner', 'asked')).toEqual([]);
    expect(await ids(holder.actor, 'partner', 'received')).toEqual([[conflictId, 'holder']]);
    expect(await ids(holder.customer.admin, 'customer', 'asked')).toEqual([[conflictId, 'holder']]);
    expect(await ids(asker.customer.admin, 'customer', 'asked')).toEqual([]);
  });
});
