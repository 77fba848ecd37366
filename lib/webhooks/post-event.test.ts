import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '@/lib/testing/webhooks';
import { findAddress } from './find-address';
import { postEvent } from './post-event';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.stop());
beforeEach(() => {
  receiver.received.length = 0;
  Object.assign(receiver.answer, { status: 204, body: '', headers: {}, silent: false });
});

const at = (...addresses: string[]) =>
  Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const post = (given: Partial<Parameters<typeof postEvent>[0]> = {}) =>
  postEvent({ url: receiver.url, headers: { 'webhook-id': '1' }, body: '{"a":"ü"}', ...given });

describe('an event that is sent', () => {
  it('arrives as it is, with its headers', async () => {
    expect(await post()).toMatchObject({ fault: null, status: 204, answer: '' });
    const [got] = receiver.received;
    expect(got?.body).toBe('{"a":"ü"}');
    expect(got?.headers).toMatchObject({ 'webhook-id': '1', 'content-type': 'application/json' });
    expect(got?.headers).not.toHaveProperty('cookie');
    expect(got?.headers).not.toHaveProperty('authorization');
  });

  it.each([301, 302, 307, 400, 404, 410, 500])(
    'is not delivered when the answer is %d, and no redirect is followed',
    async (status) => {
      Object.assign(receiver.answer, { status, headers: { Location: receiver.url } });
      expect(await post()).toMatchObject({ fault: 'status', status });
      expect(receiver.received).toHaveLength(1);
    },
  );

  it('keeps the beginning of an answer, readable', async () => {
    receiver.answer.status = 200;
    receiver.answer.body = `a\u0000\nb${'😀'.repeat(100_000)}`;
    const { answer, fault } = await post();
    expect(fault).toBeNull();
    expect(answer).toHaveLength(3 + 497 * 2);
    expect(answer?.startsWith('a b😀')).toBe(true);
  });

  it('does not wait for ever', async () => {
    receiver.answer.silent = true;
    expect(await post({ timeout: 100 })).toMatchObject({ fault: 'timeout', status: null });
    expect(await post({ timeout: 100, resolve: () => new Promise(() => undefined) })).toMatchObject({
      fault: 'timeout',
    });
  });

  it('is not reached where nobody listens', async () => {
    const gone = await startReceiver();
    await gone.stop();
    expect(await post({ url: gone.url })).toMatchObject({ fault: 'unreachable' });
  });

  it('is not sent where TLS is not spoken', async () => {
    expect(await post({ url: receiver.url.replace('http:', 'https:') })).toMatchObject({ fault: 'untrusted' });
    expect(receiver.received).toHaveLength(0);
  });
});

describe('where a name leads', () => {
  const port = () => new URL(receiver.url).port;
  it.each([
    ['the own machine', ['127.0.0.1']],
    ['metadata', ['169.254.169.254']],
    ['a private address', ['10.1.2.3']],
    ['a public and a private address', ['1.1.1.1', '10.1.2.3']],
    ['a mapped address', ['::ffff:127.0.0.1']],
  ])('is refused when it is %s, and nothing is sent', async (_what, addresses) => {
    const posted = await post({ url: 'https://events.example.com/x', resolve: () => at(...addresses) });
    expect(posted).toMatchObject({ fault: 'blocked' });
    expect(receiver.received).toHaveLength(0);
  });

  it('is refused by its URL too, whatever it was when it was typed', async () => {
    expect(await post({ url: `http://events.example.com:${port()}/x`, resolve: () => at('1.1.1.1') })).toMatchObject({
      fault: 'blocked',
    });
  });

  it.each([
    'https://10.0.0.1/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://[fd00:ec2::254]/x',
    'https://167772161/x',
    'https://0xa9fea9fe/x',
  ])('is judged where it is an address itself: %s', async (url) =>
    expect(await post({ url, timeout: 2000 })).toMatchObject({ fault: 'blocked' }),
  );

  it('is asked once, and that address is connected to', async () => {
    let asked = 0;
    const posted = await post({
      url: `http://localhost:${port()}/x`,
      resolve: () => at(++asked === 1 ? '127.0.0.1' : '10.0.0.1'),
    });
    expect(posted).toMatchObject({ fault: null });
    expect(asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`localhost:${port()}`);
  });

  it('is nowhere when nobody knows it', async () => {
    expect(await post({ url: 'https://events.example.com/', resolve: () => at() })).toMatchObject({
      fault: 'unresolved',
    });
  });

  it('is never the own machine outside a demo', async () => {
    const url = new URL('https://localhost/x');
    expect(await findAddress(url, { local: false, resolve: () => at('127.0.0.1') })).toBe('blocked');
    expect(await findAddress(url, { local: true, resolve: () => at('127.0.0.1') })).toMatchObject({
      address: '127.0.0.1',
    });
    expect(await findAddress(url, { local: true, resolve: () => at('10.0.0.1') })).toBe('blocked');
  });
});
