import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { asc, count, countDistinct, eq, sum } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { db, engine, transaction } from '@/db';
import { auditEvents, deviceCounts, devices, uploadSegments, uploads } from '@/db/schema';
import type { UserActor } from '@/lib/auth/actor';
import { later, minutes, setClock } from '@/lib/clock';
import { runUntilEmpty } from '@/lib/jobs/worker';
import { deviceFile, newRegistrar, outcomeOf, send } from '@/lib/testing/uploads';
import { registerUpload } from './process-upload';
import { removeFirst } from './remove-devices';

const word = `I${process.pid}`;
const rowsOf = (name: string, length: number) =>
  Array.from({ length }, (_, at) => `${word}-${name}-${at},,,Contoso Devices,Atlas 13`);
const stored = async (customerId: string) => {
  const [found] = await db
    .select({ rows: count(), serials: countDistinct(devices.serial) })
    .from(devices)
    .innerJoin(uploads, eq(uploads.number, devices.upload))
    .where(eq(uploads.customerId, customerId));
  const [counted] = await db
    .select({ devices: sum(deviceCounts.devices) })
    .from(deviceCounts)
    .innerJoin(uploads, eq(uploads.number, deviceCounts.upload))
    .where(eq(uploads.customerId, customerId));
  expect(Number(counted?.devices)).toBe(found?.rows);
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

/** CI kills a few times; `npm run crash` asks for twenty imports and a hundred kills. */
const imports = Number(process.env.CRASH_IMPORTS ?? 1);
const kills = Number(process.env.CRASH_KILLS ?? 3);
const rowsPerImport = 60_000;

/** The clock of the n-th worker: the lease of the one before it has run out. */
const aheadOf = (nth: number) => nth * minutes(2);
const aheadBy = (nth: number) => later(new Date(), aheadOf(nth));

/** A worker takes the upload up and is killed at a random moment after it has come further; false when nothing was left to do. */
async function killMidway(actor: UserActor, uploadId: string, nth: number): Promise<boolean> {
  const done = async () => (await outcomeOf(actor, uploadId)).doneRows;
  const before = await done();
  if (before >= rowsPerImport) return false;
  const args = ['--import', 'tsx', 'lib/testing/future-worker.ts', String(aheadOf(nth))];
  const worker = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = once(worker, 'exit');
  await vi.waitFor(async () => expect(await done()).toBeGreaterThan(before), { timeout: 60_000, interval: 5 });
  await setTimeout(Math.random() * 60);
  worker.kill('SIGKILL');
  await ended;
  return true;
}

describe('an upload that breaks', () => {
  it('at any statement leaves no half state and loses nothing', async () => {
    const { actor, customerId } = await newRegistrar();
    const { id } = await send(actor, customerId, deviceFile(...rowsOf('fault', 5)));
    const process = registerUpload(10);
    const run = { id: 'job', payload: { uploadId: id }, shouldStop: () => false, lastAttempt: false };
    for (let n = 1, broke = true; broke; n++) {
      // Back to the beginning: what the attempts before this one finished would hide its statements.
      const [own] = await db.select({ number: uploads.number }).from(uploads).where(eq(uploads.id, id));
      await transaction(async () => expect(await removeFirst(own?.number ?? 0)).toMatchObject({ over: true }));
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

  it(`by kill -9 of its process, ${kills} times in ${imports} imports or more, goes on in another one: each device once, one completion`, async () => {
    const { actor, customerId } = await newRegistrar();
    let killed = 0;
    for (let round = 1; round <= imports || killed < kills; round++) {
      const { id } = await send(actor, customerId, deviceFile(...rowsOf(`kill-${round}`, rowsPerImport)));
      for (let nth = 1; nth <= Math.ceil(kills / imports); nth++) if (await killMidway(actor, id, nth)) killed++;
      setClock(() => aheadBy(kills + 1));
      await runUntilEmpty();
      setClock();
      expect(await outcomeOf(actor, id)).toMatchObject({
        state: 'finished',
        registered: rowsPerImport,
        unchanged: 0,
        rejected: 0,
      });
      const all = round * rowsPerImport;
      expect(await stored(customerId)).toEqual({ rows: all, serials: all });
      const events = await db
        .select({ action: auditEvents.action })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, id))
        .orderBy(asc(auditEvents.id));
      expect(events.filter((event) => event.action === 'upload.finished')).toHaveLength(1);
    }
  }, 3_600_000);
});
