import { describe, expect, it } from 'vitest';
import { makeGate } from './hash-gate';

/** Work that ends when it is told to, and a note of what has begun. */
function bench() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, work, settled, end: (name: string) => ends.get(name)?.() };
}

describe('a gate', () => {
  it('lets through no more than may run, and the rest in the order it came', async () => {
    const { begun, work, end, settled } = bench();
    const gate = makeGate({ atOnce: 2, waitingAtMost: 9 });
    const done = Promise.all(['a', 'b', 'c', 'd'].map((name) => gate.run(work(name))));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    end('b');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    end('a');
    end('c');
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    end('d');
    expect(await done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets what goes first through before all that waits', async () => {
    const { begun, work, end, settled } = bench();
    const gate = makeGate({ atOnce: 1, waitingAtMost: 9 });
    for (const name of ['a', 'b']) void gate.run(work(name));
    void gate.run(work('known'), true);
    end('a');
    await settled();
    end('a');
    await settled();
    expect(begun).toEqual(['a', 'known']);
  });

  it('is full while as much waits as may, and not for what runs or goes first', async () => {
    const { work, end, settled } = bench();
    const gate = makeGate({ atOnce: 1, waitingAtMost: 1 });
    void gate.run(work('a'));
    void gate.run(work('known'), true);
    await settled();
    expect(gate.isFull()).toBe(false);
    void gate.run(work('b'));
    expect(gate.isFull()).toBe(true);
    end('a');
    await settled();
    end('known');
    await settled();
    expect(gate.isFull()).toBe(false);
  });

  it('goes on after work that fails', async () => {
    const gate = makeGate({ atOnce: 1, waitingAtMost: 1 });
    await expect(gate.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gate.run(async () => 'fine')).toBe('fine');
  });
});
