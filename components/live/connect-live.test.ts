import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectLive } from './connect-live';

const source = { stream: '/events', missed: '/missed' };
const minute = 60_000;
const loaded = Date.parse('2026-01-01T00:00:00Z');

/** A browser with as much of it as a live page uses. */
class Stream extends EventTarget {
  static opened: Stream[] = [];
  onerror: (() => void) | null = null;
  closed = false;
  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }
  close() {
    this.closed = true;
  }
  say(type: string, data = '-') {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}
const page = Object.assign(new EventTarget(), { hidden: false });
const asked = vi.fn<(url: string) => Promise<Response>>();
const changed = vi.fn<(topics: string[]) => void>();
const streams = () => Stream.opened;
const last = () => Stream.opened.at(-1) as Stream;
const ageOf = (url: string) => Number(new URL(url, 'http://localhost').searchParams.get('age'));
const show = (visible: boolean) => {
  page.hidden = !visible;
  page.dispatchEvent(new Event('visibilitychange'));
};
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: loaded });
  vi.stubGlobal('performance', { timeOrigin: loaded });
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('document', page);
  vi.stubGlobal('fetch', asked);
  asked.mockImplementation(async () => Response.json({ topics: [] }));
  page.hidden = false;
  Stream.opened = [];
  stop = connectLive(source, changed);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

/** Two streams that fail, one after the other. */
async function failTwice() {
  last().onerror?.();
  await vi.advanceTimersByTimeAsync(2600);
  last().onerror?.();
  await vi.advanceTimersByTimeAsync(0);
}

describe('an open page', () => {
  it('passes on which topics changed', () => {
    last().say('ready');
    last().say('changed', 'customers requests');
    expect(changed.mock.calls).toEqual([[['customers', 'requests']]]);
  });

  it('asks for what it missed since it was loaded', async () => {
    stop();
    await vi.advanceTimersByTimeAsync(3000);
    stop = connectLive(source, changed);
    expect(ageOf(last().url)).toBe(3000);
  });

  it('keeps a stream that goes on saying something', async () => {
    last().say('ready');
    for (let beat = 0; beat < 10; beat++) {
      await vi.advanceTimersByTimeAsync(20_000);
      last().say('beat');
    }
    expect(streams()).toHaveLength(1);
  });

  it('gives up a stream that fell silent, and asks for what it missed since', async () => {
    last().say('ready');
    await vi.advanceTimersByTimeAsync(48_000);
    expect(streams().map(({ closed }) => closed)).toEqual([true, false]);
    expect(ageOf(last().url)).toBeGreaterThanOrEqual(45_000);
    expect(asked).not.toHaveBeenCalled();
  });

  it('tries again when a stream breaks', async () => {
    last().say('ready');
    last().onerror?.();
    await vi.advanceTimersByTimeAsync(2600);
    expect(streams()).toHaveLength(2);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('after two failures in a row', () => {
  it('it asks every ten seconds, each time for the time since', async () => {
    await failTwice();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(ageOf(asked.mock.calls[2]?.[0] ?? '')).toBe(10_000);
    expect(changed).not.toHaveBeenCalled();
    asked.mockImplementation(async () => Response.json({ topics: ['requests'] }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changed.mock.calls).toEqual([[['requests']]]);
  });

  it('so does a page whose stream never says that it is ready', async () => {
    await vi.advanceTimersByTimeAsync(25_000);
    expect(asked).toHaveBeenCalled();
  });

  it('it tries a stream again after a minute, and stays with it when it works', async () => {
    await failTwice();
    await vi.advanceTimersByTimeAsync(minute);
    expect(streams()).toHaveLength(3);
    last().say('ready');
    asked.mockClear();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).not.toHaveBeenCalled();
  });

  it('it goes on asking while the server is away', async () => {
    await failTwice();
    asked.mockRejectedValue(new TypeError('no network'));
    await vi.advanceTimersByTimeAsync(30_000);
    asked.mockImplementation(async () => Response.json({ topics: ['requests'] }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changed).toHaveBeenCalledWith(['requests']);
    expect(ageOf(asked.mock.calls.at(-1)?.[0] ?? '')).toBeGreaterThanOrEqual(30_000);
  });

  it('it stops for good when the session has ended', async () => {
    asked.mockImplementation(async () => new Response(null, { status: 401 }));
    await failTwice();
    await vi.advanceTimersByTimeAsync(10 * minute);
    show(false);
    show(true);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(streams()).toHaveLength(2);
  });
});

describe('a page that nobody sees', () => {
  it('lets go of its stream, and catches up when it is seen again', async () => {
    last().say('ready');
    show(false);
    expect(last().closed).toBe(true);
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(streams()).toHaveLength(1);
    show(true);
    expect(streams()).toHaveLength(2);
    expect(ageOf(last().url)).toBe(30 * minute);
  });

  it('does not ask either', async () => {
    await failTwice();
    show(false);
    asked.mockClear();
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(asked).not.toHaveBeenCalled();
  });
});
