import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db, transaction } from '@/db';
import { jobs } from '@/db/schema';
import { later, setClock } from '@/lib/clock';
import { claimJob, completeJob, failJob, type Job, leaseLength, renewLease } from './claim';
import { enqueue } from './enqueue';
import { handlers } from './handlers';
import { runUntilEmpty, startWorker } from './worker';

const start = new Date('2026-05-01T12:00:00Z');
let at = start;
const pass = (milliseconds: number) => {
  at = later(at, milliseconds);
};

beforeEach(async () => {
  await db.delete(jobs);
  at = start;
  setClock(() => at);
});
afterEach(() => {
  setClock();
  vi.restoreAllMocks();
});

/** What the one kind of job used here does, in place of the real thing. */
const handle = (work: (typeof handlers)['mail.send']) => vi.spyOn(handlers, 'mail.send').mockImplementation(work);
const add = (name: string) => enqueue('mail.send', { name });
const only = async () => (await db.select().from(jobs))[0];
async function claim(): Promise<Job> {
  const job = await claimJob();
  if (!job) throw new Error('there is no job to claim');
  return job;
}

describe('a lease', () => {
  it('keeps a job from others until it expires', async () => {
    await add('a');
    const first = await claim();
    expect(await claimJob()).toBeNull();
    pass(leaseLength + 1);
    const second = await claim();
    expect(second).toMatchObject({ id: first.id, attempts: 2 });
  });

  it('that was renewed holds on', async () => {
    await add('a');
    const job = await claim();
    pass(leaseLength - 1);
    expect(await renewLease(job)).toBe(true);
    pass(leaseLength - 1);
    expect(await claimJob()).toBeNull();
  });

  it('that was lost can neither be renewed nor finish the job of its new holder', async () => {
    await add('a');
    const first = await claim();
    pass(leaseLength + 1);
    const second = await claim();
    expect(await renewLease(first)).toBe(false);
    await completeJob(first);
    await failJob(first, new Error('late'));
    expect(await only()).toMatchObject({ id: second.id, state: 'running', leaseToken: second.leaseToken });
  });

  it('is held by one of many workers that ask at once', async () => {
    for (let i = 0; i < 30; i++) await add(String(i));
    const taken: string[] = [];
    const worker = async () => {
      for (let job = await claimJob(); job; job = await claimJob()) taken.push(job.id);
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    expect(taken).toHaveLength(30);
    expect(new Set(taken).size).toBe(30);
  });
});

describe('a job', () => {
  it('exists exactly when the transaction it was put into is committed', async () => {
    await transaction(async () => {
      await add('never');
      throw new Error('changed my mind');
    }).catch(() => undefined);
    expect(await claimJob()).toBeNull();
  });

  it('waits until it is due', async () => {
    await enqueue('mail.send', {}, later(start, 1000));
    expect(await claimJob()).toBeNull();
    pass(1000);
    expect(await claimJob()).not.toBeNull();
  });

  it('is gone when it is done', async () => {
    const done = handle(async () => 'done');
    await add('a');
    await add('b');
    await runUntilEmpty();
    expect(done.mock.calls.map(([run]) => run.payload.name)).toEqual(['a', 'b']);
    expect(await only()).toBeUndefined();
  });

  it('that fails is tried again after growing pauses, then stays for a person to see', async () => {
    const broken = handle(async () => {
      throw new Error('the server said no');
    });
    await add('a');
    const pauses: number[] = [];
    for (let job = await only(); job?.state === 'queued'; job = await only()) {
      pauses.push((job.runAt.getTime() - at.getTime()) / 1000);
      at = job.runAt;
      await runUntilEmpty();
    }
    expect(pauses).toEqual([0, 1, 2, 4, 8, 16, 32, 64]);
    expect(await only()).toMatchObject({
      state: 'failed',
      attempts: 8,
      lastError: 'the server said no',
      leaseUntil: null,
    });
    pass(leaseLength * 1000);
    await runUntilEmpty();
    expect(broken).toHaveBeenCalledTimes(8);
  });

  it('that leaves off between two steps goes on at once, and its attempts are forgotten', async () => {
    let steps = 0;
    handle(async () => (++steps < 20 ? 'again' : 'done'));
    await add('a');
    await runUntilEmpty();
    expect(steps).toBe(20);
    expect(await only()).toBeUndefined();
  });

  it('of a kind that nobody knows fails with a reason', async () => {
    const row = { id: uuidv7(), kind: 'coffee.make', payload: {}, attempts: 7, runAt: at, createdAt: at };
    await db.insert(jobs).values({ ...row, state: 'queued' });
    await runUntilEmpty();
    expect(await only()).toMatchObject({ state: 'failed', lastError: 'no handler for job coffee.make' });
  });
});

describe('a worker', () => {
  it('wakes for new work, and when stopped lets a running job leave off', async () => {
    const seen = new Promise<void>((resolve) => {
      handle(async (run) => {
        resolve();
        while (!run.shouldStop()) await new Promise((turn) => setImmediate(turn));
        return 'again';
      });
    });
    const stop = startWorker();
    await add('a');
    await seen;
    await stop();
    expect(await only()).toMatchObject({ state: 'queued', attempts: 0, leaseUntil: null });
  });

  it('tells a job whose lease was taken over to leave off', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    try {
      let told = false;
      handle(async (run) => {
        const job = await only();
        await db
          .update(jobs)
          .set({ leaseToken: uuidv7() })
          .where(eq(jobs.id, job?.id ?? ''));
        await vi.advanceTimersByTimeAsync(leaseLength / 3);
        while (!run.shouldStop()) await new Promise((resolve) => setImmediate(resolve));
        told = true;
        return 'again';
      });
      await add('a');
      await runUntilEmpty();
      expect(told).toBe(true);
      expect(await only()).toMatchObject({ state: 'running' });
    } finally {
      vi.useRealTimers();
    }
  });
});
