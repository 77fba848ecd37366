import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { asc, count, countDistinct, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { db, engine } from '@/db';
import { auditEvents, devices, uploadSegments, uploads } from '@/db/schema';
import { later, minutes, now, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { deviceFile, newRegistrar, outcomeOf, send } from '@/lib/testing/uploads';
import { registerUpload } from './process-upload';

const word = `I${process.pid}`;
const rowsOf = (name: string, length: number) =>
  Array.from({ length }, (_, at) => `${word}-${name}-${at},,,Contoso Devices,Atlas 13`);
const stored = async (customerId: string) => {
  const [found] = await db
    .select({ rows: count(), serials: countDistinct(devices.serial) })
    .from(devices)
    .where(eq(devices.customerId, customerId));
  return found;
};

const original = { ...engine() };
afterEach(() => {
  Object.assign(engine(), original);
  setClock();
});

/** Makes the n-th statement inside any transaction throw, counted over all of them; tells whether it came to that. */
function faultAt(n: number): () => boolean {
  let left = n;
  const step = () => {
    if (--left === 0) throw new Error('fault');
  };
  const stepping = <T extends object>(target: T, names: string[]): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        if (typeof value !== 'function') return value;
        if (!names.includes(String(name))) return value.bind(object);
        return (...given: unknown[]) => {
          step();
          return Reflect.apply(value, object, given);
        };
      },
    });
  const transaction: typeof original.transaction = (work) =>
    original.transaction((inside, client) =>
      work(stepping(inside, ['select', 'insert', 'update', 'delete']), client && stepping(client, ['query'])),
    );
  const raw = original.raw.dialect === 'sqlite' ? stepping(original.raw, ['prepare']) : original.raw;
  Object.assign(engine(), { transaction, raw });
  return () => left <= 0;
}

describe('an upload that breaks', () => {
  it('at any statement leaves no half state and loses nothing', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rowsOf('fault', 5)));
    const process = registerUpload(10);
    const run = { id: 'job', payload: { uploadId: id }, shouldStop: () => false, lastAttempt: false };
    for (let n = 1, broke = true; broke; n++) {
      // Back to the beginning: what the attempts before this one finished would hide its statements.
      await db.delete(devices).where(eq(devices.customerId, customerId));
      await db.delete(uploadSegments).where(eq(uploadSegments.uploadId, id));
      await db
        .update(uploads)
        .set({ state: 'received', doneRows: 0, registered: 0, unchanged: 0, rejected: 0 })
        .where(eq(uploads.id, id));
      const reached = faultAt(n);
      await process(run).catch((error: Error) => expect(error.message).toBe('fault'));
      broke = reached();
      Object.assign(engine(), original);
      const [upload] = await db.select().from(uploads).where(eq(uploads.id, id));
      expect((await stored(customerId))?.rows).toBe(upload?.registered);
      expect(upload?.registered).toBe(upload?.doneRows);
      if (!broke) expect(upload).toMatchObject({ state: 'finished', registered: 5 });
      await process(run);
      expect(await outcomeOf(actor, id)).toMatchObject({
        state: 'finished',
        registered: 5,
        unchanged: 0,
        rejected: 0,
      });
    }
  });

  it('by kill -9 of its process goes on in another one: each device once, one completion', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rowsOf('kill', 30_000)));
    const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/worker.ts'], { stdio: 'ignore' });
    const ended = once(worker, 'exit');
    const done = async () => (await outcomeOf(actor, id)).doneRows;
    await vi.waitFor(async () => expect(await done()).toBeGreaterThan(0), { timeout: 60_000, interval: 10 });
    worker.kill('SIGKILL');
    await ended;
    const afterItsLease = later(now(), minutes(2));
    setClock(() => afterItsLease);
    await runUntilEmpty();
    expect(await outcomeOf(actor, id)).toMatchObject({
      state: 'finished',
      registered: 30_000,
      unchanged: 0,
      rejected: 0,
    });
    expect(await stored(customerId)).toEqual({ rows: 30_000, serials: 30_000 });
    const events = await db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(asc(auditEvents.id));
    expect(events.filter((event) => event.action === 'upload.finished')).toHaveLength(1);
  }, 120_000);
});
