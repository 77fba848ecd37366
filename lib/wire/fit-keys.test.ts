import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitKeys, requireSound } from './fit-keys';

const device = z.object({ id: z.string().optional(), serialNumber: z.string().optional() });
const schema = z.object({ batchId: z.string(), devices: z.array(device).default([]) });

describe('a client’s JSON', () => {
  it.each<[string, unknown, unknown]>([
    [
      'camelCase',
      { batchId: 'A', devices: [{ serialNumber: '1' }] },
      { batchId: 'A', devices: [{ serialNumber: '1' }] },
    ],
    [
      'PascalCase',
      { BatchId: 'A', Devices: [{ SerialNumber: '1' }] },
      { batchId: 'A', devices: [{ serialNumber: '1' }] },
    ],
    ['explicit nulls', { BatchId: 'A', Devices: null }, { batchId: 'A' }],
    [
      'nulls inside',
      { batchId: 'A', devices: [{ Id: null, SERIALNUMBER: '1' }] },
      { batchId: 'A', devices: [{ serialNumber: '1' }] },
    ],
    ['id and Id', { devices: [{ id: 'x', Id: 'y' }] }, { devices: [{ id: 'x' }] }],
    ['Id and id', { devices: [{ Id: 'y', id: 'x' }] }, { devices: [{ id: 'x' }] }],
    ['Id with an empty twin', { devices: [{ id: null, Id: 'y' }] }, { devices: [{ id: 'y' }] }],
    ['keys nobody knows', { batchId: 'A', attributes: { objectType: 'X' }, setDevices: [] }, { batchId: 'A' }],
    ['something else altogether', 'text', 'text'],
    ['a list in the place of an object', { devices: [[]] }, { devices: [[]] }],
  ])('with %s', (_what, given, fitted) => expect(fitKeys(schema, given)).toEqual(fitted));

  it.each([
    ['a prototype', '{"a":[{"__proto__":{}}]}'],
    ['half of a character', '{"a":"\\ud800"}'],
    ['half of a character in a key', '{"\\udfff":1}'],
    ['no end', '['.repeat(30) + ']'.repeat(30)],
  ])('with %s is refused', (_what, text) => {
    expect(() => requireSound(JSON.parse(text))).toThrow(expect.objectContaining({ status: 400 }));
  });
});
