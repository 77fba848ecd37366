import { describe, expect, it } from 'vitest';
import { targetFault } from './target';

describe('a URL to send events to', () => {
  it.each([
    'https://example.com',
    'https://example.com/events?tenant=1',
    'https://example.com:8443/x',
    'https://203.0.114.9/x',
  ])('may be %s', (url) => expect(targetFault(url, { local: false })).toBeNull());

  it.each([
    ['', 'whole URL'],
    ['example.com', 'whole URL'],
    ['http://example.com', 'https://'],
    ['ftp://example.com', 'https://'],
    ['file:///etc/passwd', 'https://'],
    ['javascript:alert(1)', 'https://'],
    ['https://user@example.com', 'name and password'],
    ['https://user:pass@example.com', 'name and password'],
    ['https://example.com/#x', 'from # on'],
    ['https://example.com:22', 'port 443 or 8443'],
    ['https://example.com:80', 'port 443 or 8443'],
    ['https://localhost', 'own address'],
    ['https://127.0.0.1', 'own address'],
    ['https://0x7f.1', 'own address'],
    ['https://[::1]:8443', 'own address'],
    [`https://example.com/${'x'.repeat(500)}`, 'at most 500'],
  ])('may not be %j', (url, why) => expect(targetFault(url, { local: false })).toContain(why));

  it('may be on the own machine in a demo, and nowhere else by http', () => {
    expect(targetFault('http://localhost:4711/x', { local: true })).toBeNull();
    expect(targetFault('http://127.0.0.1:4711/x', { local: true })).toBeNull();
    expect(targetFault('http://localhost.example.com/x', { local: true })).toContain('https://');
    expect(targetFault('http://10.0.0.1/x', { local: true })).toContain('https://');
  });
});
