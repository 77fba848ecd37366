import { describe, expect, it } from 'vitest';
import { contentOf } from './content-of';

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('content that is no device list, whatever its name', () => {
  it.each([
    ['a zip', ascii('PK\x03\x04\x14\x00\x00\x00readme.txt'), 'a zip file'],
    ['an old workbook', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00'), 'an old or protected Excel (.xls)'],
    ['a PDF', ascii('%PDF-1.7\n'), 'a PDF'],
    ['an image', ascii('\x89PNG\r\n\x1a\n'), 'a PNG image'],
    ['gzip', ascii('\x1f\x8b\x08\x00'), 'a gzip'],
    [
      'UTF-16 without its mark',
      new Uint8Array(Buffer.from('Device Serial Number,Hash', 'utf16le')),
      'UTF-16 text without',
    ],
    ['bytes', ascii('\x00\x01\x00\x00\x07\x00\x00\x00'.repeat(20)), 'not text'],
    ['bytes of every kind', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) & 255), 'not text'],
  ])('%s is refused with a sentence', (_name, bytes, words) => {
    expect(() => contentOf(bytes)).toThrow(words);
  });

  it.each([
    ['text', ascii('Device Serial Number,Windows Product ID')],
    ['text with a NUL in it', ascii(`Serial,Model\r\nA\x00B,C\r\n${'x'.repeat(200)}`)],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeffDevice Serial Number', 'utf16le'))],
  ])('%s passes', (_name, bytes) => {
    expect(contentOf(bytes)).toBe('text');
  });

  it('a workbook is told from any other zip', () => {
    expect(contentOf(ascii(`PK\x03\x04${'.'.repeat(26)}[Content_Types].xml`))).toBe('workbook');
    expect(contentOf(ascii(`PK\x03\x04${'.'.repeat(26)}xl/workbook.xml`))).toBe('workbook');
  });
});
