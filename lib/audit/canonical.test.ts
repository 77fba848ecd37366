import { describe, expect, it } from 'vitest';
import { type ChainedEvent, canonicalEvent, canonicalJson, hashEvent, storable } from './canonical';

const event: ChainedEvent = {
  id: '0199c3a0-0000-7000-8000-000000000001',
  seq: 7,
  at: new Date('2026-02-03T04:05:06.789Z'),
  action: 'consent.granted',
  actorType: 'user',
  actorName: 'Zoë',
  detail: { dap: true },
  prevHash: 'ab',
};

describe('canonical JSON', () => {
  it.each<[string, unknown, string]>([
    ['sorts keys, in every depth', { b: 1, a: { d: 1, c: 2 } }, '{"a":{"c":2,"d":1},"b":1}'],
    ['sorts keys by their UTF-16 units', { '\u20ac': 1, '\u{1f600}': 2, é: 3, z: 4 }, '{"z":4,"é":3,"€":1,"😀":2}'],
    ['keeps the order of lists', [2, 1, [3]], '[2,1,[3]]'],
    ['keeps null', { a: null }, '{"a":null}'],
    ['leaves out what is undefined', { a: undefined, b: 1 }, '{"b":1}'],
    ['writes dates to the millisecond', new Date('2026-02-03T04:05:06.7Z'), '"2026-02-03T04:05:06.700Z"'],
    ['writes dates of any zone in UTC', new Date('2026-02-03T04:05:06+02:00'), '"2026-02-03T02:05:06.000Z"'],
    ['writes numbers as JavaScript does', [1.0, -0, 1e21, 0.1, 1e-7], '[1,0,1e+21,0.1,1e-7]'],
    ['escapes quotes, and control characters', 'a"\\\n\u0001', '"a\\"\\\\\\n\\u0001"'],
    ['leaves other characters as they are', 'ü\u202e€😀', '"ü\u202e€😀"'],
    ['does not compose characters', ['é', 'e\u0301'], '["é","e\u0301"]'],
  ])('%s', (_what, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1n], [() => 1], [undefined]])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('the canonical form of an event', () => {
  it('holds every column but the hash, and none that holds nothing', () => {
    expect(canonicalEvent({ ...event, actorId: null, hash: 'x' } as ChainedEvent)).toBe(
      '{"action":"consent.granted","actorName":"Zoë","actorType":"user","at":"2026-02-03T04:05:06.789Z",' +
        '"detail":{"dap":true},"id":"0199c3a0-0000-7000-8000-000000000001","prevHash":"ab","seq":7}',
    );
  });

  it('is hashed as UTF-8, as anybody can do again', () => {
    expect(hashEvent(event)).toBe('f1e6e122bcf43318d36bd8835b64a1c3c47154c17c9f5b94cb618ddf977074ac');
  });

  it.each<[string, Partial<ChainedEvent>]>([
    ['its place', { seq: 8 }],
    ['its link', { prevHash: 'ac' }],
    ['a millisecond', { at: new Date('2026-02-03T04:05:06.790Z') }],
    ['the spelling of a name', { actorName: 'Zoe\u0308' }],
    ['a detail', { detail: { dap: false } }],
    ['the kind of a detail', { detail: { dap: 'true' } }],
    ['a detail that holds nothing', { detail: { dap: true, reason: null } }],
    ['whom it concerns', { customerId: event.id }],
    ['whom it concerns in another way', { partnerId: event.id }],
    ['text moved from one column to the next', { action: 'consent.grantedZ', actorName: 'oë' }],
    ['text that looks like another column', { actorName: 'Zoë","actorType":"system' }],
  ])('is another with %s', (_what, change) => {
    expect(canonicalEvent({ ...event, ...change })).not.toBe(canonicalEvent(event));
  });
});

describe('what is stored', () => {
  it.each<[string, unknown, unknown]>([
    ['dates become text', { at: new Date('2026-02-03T04:05:06.789Z') }, { at: '2026-02-03T04:05:06.789Z' }],
    ['what is undefined goes', { a: undefined, b: [undefined] }, { b: [null] }],
    ['half a character is replaced', { 'a\ud800': 'b\udc00c😀' }, { 'a\ufffd': 'b\ufffdc😀' }],
    ['NUL is replaced', ['a\0b'], ['a\ufffdb']],
  ])('%s', (_what, given, stored) => {
    expect(storable(given)).toEqual(stored);
  });
});
