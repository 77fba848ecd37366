import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db';
import { auditEvents, consents, uploadSegments, uploads } from '@/db/schema';
import { now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { storedDevices } from '@/lib/testing/devices';
import { newConsent, newPartner, newPartnerLink } from '@/lib/testing/tenants';
import { deviceFile, newRegistrar, outcomeOf, send, upload } from '@/lib/testing/uploads';
import { processUpload, registerUpload } from './process-upload';

let made = 0;
/** Serial numbers nobody else has. */
const serials = (length: number) => {
  const word = `P${process.pid}-${++made}`;
  return Array.from({ length }, (_, at) => `${word}-${String(at).padStart(6, '0')}`);
};
const rowOf = (serial: string) => `${serial},,,Contoso Devices,Atlas 13`;
const hashOf = (seed: number) =>
  Buffer.alloc(3000, seed % 256)
    .fill(`${process.pid} ${seed}`, 0, 40)
    .toString('base64');
const keyOf = (() => {
  let last = 4_000_000_000_000 + (process.pid % 100_000) * 1_000_000;
  return () => String(++last);
})();
const devicesOf = (customerId: string) => storedDevices(customerId);
const inThousands = registerUpload(1000);
const run = (uploadId: string, stopAfter = Number.POSITIVE_INFINITY) => {
  let asked = 0;
  return inThousands({ id: 'job', payload: { uploadId }, shouldStop: () => asked++ >= stopAfter, lastAttempt: false });
};
const actionsOf = async (uploadId: string) => {
  const events = await db
    .select({ action: auditEvents.action })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, uploadId))
    .orderBy(asc(auditEvents.id));
  return events.map((event) => event.action);
};

describe('the same file again', () => {
  it('leaves everything unchanged and links the first upload', async () => {
    const { actor, customerId } = await newRegistrar();
    const file = deviceFile(...serials(5).map(rowOf));
    const first = await upload(actor, customerId, file);
    const second = await upload(actor, customerId, file);
    expect(second).toMatchObject({
      state: 'finished',
      registered: 0,
      unchanged: 5,
      rejected: 0,
      sameAs: { id: first.id },
    });
    expect(second.rows.map((row) => [row.status, row.code])).toEqual(
      Array(5).fill(['unchanged', 'already_registered']),
    );
    expect(await devicesOf(customerId)).toHaveLength(5);
  });
});

describe('a device that is registered already', () => {
  it.each([
    ['by serial number, manufacturer and model', 'S,,,Contoso,Atlas', 'S,,,Contoso,Atlas', 'unchanged'],
    ['by product key', 'S,K,,Contoso,Atlas', ',K,,,', 'unchanged'],
    ['by its hash', 'S,,H,,', ',,H,,', 'unchanged'],
    ['by a serial number alone, with the hash of another day', 'S,,H,,', 'S,,I,,', 'unchanged'],
    ['by a serial number alone, registered with a make', 'S,,,Contoso,Atlas', 'S,,H,,', 'unchanged'],
    ['by a serial number with a make, registered alone', 'S,,H,,', 'S,,,Contoso,Atlas', 'unchanged'],
    ['is another one with another make', 'S,,,Contoso,Atlas', 'S,,,Contoso,Atlas 2', 'registered'],
    ['is another one in another case', 'S,,,Contoso,Atlas', 'S,,,CONTOSO,Atlas', 'registered'],
    ['contradicts with another serial number', 'S,K,,Contoso,Atlas', 'T,K,,Contoso,Atlas', 'identity_mismatch'],
    ['contradicts with another product key', 'S,K,,Contoso,Atlas', 'S,L,,Contoso,Atlas', 'identity_mismatch'],
    ['contradicts with another make', 'S,K,,Contoso,Atlas', 'S,K,,Contoso,Lungo', 'identity_mismatch'],
  ])('%s', async (_name, registered, row, expected) => {
    const { actor, customerId } = await newRegistrar();
    const [s, t] = serials(2);
    const [k, l] = [keyOf(), keyOf()];
    const [h, i] = [hashOf(made * 2), hashOf(made * 2 + 1)];
    const fill = (text: string) => {
      const [serial, key, hash, ...make] = text.split(',');
      const pick = (name: string | undefined, from: Record<string, string | undefined>) => from[name ?? ''] ?? '';
      return [pick(serial, { S: s, T: t }), pick(key, { K: k, L: l }), pick(hash, { H: h, I: i }), ...make].join(',');
    };
    await upload(actor, customerId, deviceFile(fill(registered)));
    const { rows } = await upload(actor, customerId, deviceFile(fill(row)));
    expect(rows[0]?.code === 'identity_mismatch' ? rows[0].code : rows[0]?.status).toBe(expected);
  });

  it('belongs to nobody when identifiers point at two of them', async () => {
    const { actor, customerId } = await newRegistrar();
    const [serial = ''] = serials(1);
    const key = keyOf();
    await upload(actor, customerId, deviceFile(rowOf(serial), `,${key},,,`));
    const { rows } = await upload(actor, customerId, deviceFile(`${serial},${key},,Contoso Devices,Atlas 13`));
    expect(rows[0]).toMatchObject({ status: 'rejected', code: 'identity_mismatch' });
  });

  it('of another customer is refused without a word about whose it is, even where identifiers contradict', async () => {
    const theirs = await newRegistrar();
    const mine = await newRegistrar();
    const [serial = '', other = ''] = serials(2);
    const key = keyOf();
    await upload(theirs.actor, theirs.customerId, deviceFile(`${serial},${key},,Contoso,Atlas`));
    const { rows } = await upload(
      mine.actor,
      mine.customerId,
      deviceFile(`${serial},,,Contoso,Atlas`, `${other},${key},,,`),
    );
    expect(rows.map((row) => [row.status, row.code, row.column])).toEqual([
      ['rejected', 'other_tenant', 'Device Serial Number'],
      ['rejected', 'other_tenant', 'Windows Product ID'],
    ]);
    const told = JSON.stringify(rows);
    for (const { name, domain } of [theirs.partner, theirs.customer.tenant]) {
      expect(told).not.toContain(name);
      expect(told).not.toContain(domain);
    }
    expect(await devicesOf(mine.customerId)).toEqual([]);
  });

  it('by another partner of the same customer is refused; a reseller’s counts as its provider’s, not the other way', async () => {
    const { actor, customer, customerId } = await newRegistrar();
    const provider = await newPartner('indirect_provider', 'admin_agent');
    const reseller = await newPartner('indirect_reseller', 'admin_agent');
    await newPartnerLink(provider.tenant, reseller.tenant);
    await newConsent(customer, reseller.tenant, { kind: 'indirect_reseller', providerId: provider.tenant.id });
    const file = deviceFile(...serials(1).map(rowOf));
    const codeOf = async (who: typeof actor, content: string) => (await upload(who, customerId, content)).rows[0]?.code;
    expect(await codeOf(reseller.actor, file)).toBeNull();
    expect(await codeOf(provider.actor, file)).toBe('already_registered');
    expect(await codeOf(actor, file)).toBe('other_registrar');
    const second = deviceFile(...serials(1).map(rowOf));
    expect(await codeOf(provider.actor, second)).toBeNull();
    expect(await codeOf(reseller.actor, second)).toBe('other_registrar');
  });
});

describe('all or nothing', () => {
  it('registers all when nothing is wrong', async () => {
    const { actor, customerId } = await newRegistrar();
    const result = await upload(actor, customerId, deviceFile(...serials(3).map(rowOf)), { mode: 'all_or_nothing' });
    expect(result).toMatchObject({ state: 'finished', registered: 3, rejected: 0 });
    expect(await actionsOf(result.id)).toEqual([
      'upload.opened',
      'upload.received',
      'upload.started',
      'upload.checked',
      'devices.registered',
      'upload.finished',
    ]);
  });

  it('registers nothing for one faulty row, and tells each row why', async () => {
    const { actor, customerId } = await newRegistrar();
    const [old = '', fresh = ''] = serials(2);
    await upload(actor, customerId, deviceFile(rowOf(old)));
    const file = deviceFile(rowOf(old), rowOf(fresh), ',,,Contoso,Atlas');
    const result = await upload(actor, customerId, file, { mode: 'all_or_nothing' });
    expect(result).toMatchObject({
      state: 'finished_with_errors',
      registered: 0,
      unchanged: 1,
      rejected: 2,
      failure: { code: 'all_or_nothing', message: expect.stringContaining('1 row cannot be') },
    });
    expect(result.rows.map((row) => row.code)).toEqual(['already_registered', 'all_or_nothing', 'no_identity']);
    expect(await devicesOf(customerId)).toHaveLength(1);
  });

  it('takes back what it registered when a row is refused after the check', async () => {
    const { actor, customerId } = await newRegistrar();
    const quicker = await newRegistrar();
    const list = serials(2500);
    const { id } = await send(actor, customerId, deviceFile(...list.map(rowOf)), { mode: 'all_or_nothing' });
    expect(await run(id)).toBe('again');
    expect(await run(id, 1)).toBe('again');
    expect(await devicesOf(customerId)).toHaveLength(1000);
    // Between two chunks, another customer gets a device of the last one. The job of `id` waits, so it runs by hand.
    const sent = await send(quicker.actor, quicker.customerId, deviceFile(rowOf(list[2400] ?? '')));
    await run(sent.id);
    for (let turn = 0; (await run(id)) === 'again'; turn++) expect(turn).toBeLessThan(10);
    const result = await outcomeOf(actor, id);
    expect(result).toMatchObject({ state: 'finished_with_errors', registered: 0, rejected: 2500, total: 2500 });
    expect(await devicesOf(customerId)).toEqual([]);
    const codes = await db
      .select({ lastRow: uploadSegments.lastRow })
      .from(uploadSegments)
      .where(eq(uploadSegments.uploadId, id));
    expect(codes.map((segment) => segment.lastRow).sort((a, b) => a - b)).toEqual([1000, 2000, 2500]);
  });
});

describe('registration that is interrupted', () => {
  it.each([0, 1, 2, 3])('after %i chunks goes on, losing and doubling nothing', async (chunks) => {
    const { actor, customerId } = await newRegistrar();
    const list = serials(3100);
    const { id } = await send(actor, customerId, deviceFile(...list.map(rowOf), rowOf(list[5] ?? '')));
    expect(await run(id, chunks)).toBe('again');
    await run(id);
    const result = await outcomeOf(actor, id);
    expect(result).toMatchObject({ state: 'finished_with_errors', total: 3101, registered: 3100, rejected: 1 });
    const found = await devicesOf(customerId);
    expect(found.map((device) => device.serial)).toEqual(list);
    const events = await actionsOf(id);
    expect(events.filter((action) => action === 'devices.registered')).toHaveLength(4);
    expect(events.filter((action) => action === 'upload.finished')).toHaveLength(1);
    await run(id);
    expect(await outcomeOf(actor, id)).toEqual(result);
  });

  it('by two workers at once registers each device once', async () => {
    const { actor, customerId } = await newRegistrar();
    const list = serials(4000);
    const { id } = await send(actor, customerId, deviceFile(...list.map(rowOf)));
    const toTheEnd = async () => {
      while ((await run(id)) === 'again');
    };
    await Promise.all([toTheEnd(), toTheEnd(), toTheEnd()]);
    expect(await outcomeOf(actor, id)).toMatchObject({
      state: 'finished',
      registered: 4000,
      unchanged: 0,
      rejected: 0,
    });
    expect(await devicesOf(customerId)).toHaveLength(4000);
    expect((await actionsOf(id)).filter((action) => action === 'devices.registered')).toHaveLength(4);
  });

  it('of two uploads of the same devices at once doubles none', async () => {
    const { actor, customerId } = await newRegistrar();
    const list = serials(3000);
    const one = await send(actor, customerId, deviceFile(...list.map(rowOf)));
    const two = await send(actor, customerId, deviceFile(...[...list].reverse().map(rowOf)));
    await Promise.all([run(one.id), run(two.id)]);
    const [a, b] = [await outcomeOf(actor, one.id), await outcomeOf(actor, two.id)];
    expect(a.registered + b.registered).toBe(3000);
    expect(a.unchanged + b.unchanged).toBe(3000);
    expect(await devicesOf(customerId)).toHaveLength(3000);
  });

  it('ends as failed with a sentence when every attempt broke', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...serials(1).map(rowOf)));
    await db.update(uploads).set({ batchId: null }).where(eq(uploads.id, id));
    const last = { id: 'job', payload: { uploadId: id }, shouldStop: () => false, lastAttempt: true };
    await expect(processUpload(last)).rejects.toThrow();
    expect(await outcomeOf(actor, id)).toMatchObject({ state: 'failed', failure: { code: 'temporary' } });
  });
});

describe('consent that ends midway', () => {
  it('stops the upload and says at which row', async () => {
    const { actor, customerId, consentId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...serials(2500).map(rowOf)));
    await run(id, 1);
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, consentId));
    await run(id);
    const result = await outcomeOf(actor, id);
    expect(result).toMatchObject({
      state: 'finished_with_errors',
      registered: 1000,
      rejected: 1500,
      failure: { code: 'consent_revoked', message: expect.stringContaining('Row 1,001') },
    });
    expect(await devicesOf(customerId)).toHaveLength(1000);
  });

  it('takes everything back where the upload was all or nothing', async () => {
    const { actor, customerId, consentId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...serials(1500).map(rowOf)), { mode: 'all_or_nothing' });
    await run(id);
    await run(id, 1);
    expect(await devicesOf(customerId)).toHaveLength(1000);
    await db.update(consents).set({ revokedAt: now() }).where(eq(consents.id, consentId));
    while ((await run(id)) === 'again');
    const result = await outcomeOf(actor, id);
    expect(result).toMatchObject({ state: 'finished_with_errors', registered: 0, rejected: 1500 });
    expect(result.rows[0]?.code).toBe('consent_revoked');
    expect(await devicesOf(customerId)).toEqual([]);
  });
});

describe('a file whose sender went away for good', () => {
  it('is removed a day later, and a received one is not', async () => {
    const { actor, partner, customerId } = await newRegistrar();
    const { id } = await upload(actor, customerId, deviceFile(...serials(1).map(rowOf)));
    const { id: lost } = await send(actor, customerId, deviceFile(...serials(1).map(rowOf)));
    await db.update(uploads).set({ state: 'receiving' }).where(eq(uploads.id, lost));
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    setClock(() => tomorrow);
    await runUntilEmpty();
    setClock();
    const left = await db.select({ id: uploads.id }).from(uploads).where(eq(uploads.partnerId, partner.id));
    expect(left).toEqual([{ id }]);
  });
});
