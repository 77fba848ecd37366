import { describe, expect, it } from 'vitest';
import { addressOf, nameSender } from './sender.mjs';

const request = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: (forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) as Record<string, string>,
});

describe('the address of a sender', () => {
  it.each([
    ['that of the connection', '203.0.113.9', undefined, 0, '203.0.113.9'],
    ['never what a client says, where no proxy is ours', '203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['as IPv4, where the socket says it as IPv6', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['what our proxy saw', '10.0.0.2', '198.51.100.1', 1, '198.51.100.1'],
    ['what our proxy saw, not what the client wrote before it', '10.0.0.2', '1.1.1.1, 198.51.100.1', 1, '198.51.100.1'],
    ['what the outer of two proxies saw', '10.0.0.2', '1.1.1.1, 198.51.100.1, 10.0.0.1', 2, '198.51.100.1'],
    ['that of the connection, when it came by fewer proxies', '203.0.113.9', '198.51.100.1', 2, '203.0.113.9'],
    ['that of the connection, when the header is nonsense', '203.0.113.9', 'a<script>', 1, '203.0.113.9'],
    ['without a port', '10.0.0.2', '198.51.100.1:4711', 1, '198.51.100.1'],
    ['IPv6 without brackets and port', '10.0.0.2', '[2001:db8::1]:4711', 1, '2001:db8::1'],
  ])('is %s', (_what, socket, forwarded, proxies, expected) => {
    expect(addressOf(request(socket, forwarded), proxies)).toBe(expected);
  });

  it('is written over what the client sent as ours', () => {
    const sent = request('203.0.113.9');
    sent.headers['x-countersign-address'] = '1.2.3.4';
    nameSender(sent, 0);
    expect(sent.headers['x-countersign-address']).toBe('203.0.113.9');
  });
});
