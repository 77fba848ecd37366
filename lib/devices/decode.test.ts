import { describe, expect, it } from 'vitest';
import { type Encoding, TextReader } from './decode';
import { EncodingDetector } from './detect-encoding';

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const utf16le = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const utf16be = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());

function readInPieces(bytes: Uint8Array, size: number): { encoding: Encoding; text: string } {
  const detector = new EncodingDetector(bytes);
  for (let at = 0; at < bytes.length; at += size) detector.push(bytes.subarray(at, at + size));
  const encoding = detector.end();
  const reader = new TextReader(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += reader.push(bytes.subarray(at, at + size));
  return { encoding, text: text + reader.end() };
}

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, Encoding, string]>([
    ['plain ASCII', utf8('a,b\r\nc,d'), 'utf-8', 'a,b\nc,d'],
    ['UTF-8 without a mark', utf8('Müller,東京,😀\n'), 'utf-8', 'Müller,東京,😀\n'],
    ['UTF-8 with a mark', utf8('\ufeffMüller\r'), 'utf-8', 'Müller\n'],
    ['UTF-16LE with a mark', utf16le('Müller,😀\r\n1'), 'utf-16le', 'Müller,😀\n1'],
    ['UTF-16BE with a mark', utf16be('Müller,😀\r\n1'), 'utf-16be', 'Müller,😀\n1'],
    ['Windows-1252', bytesOf('4d fc 6c 6c 65 72 2c 80 96 9f 0d 0a'), 'windows-1252', 'Müller,€–Ÿ\n'],
    ['a character of UTF-8 cut off at the end', bytesOf('61 e2 82'), 'windows-1252', 'aâ‚'],
    ['a mark of UTF-8 before what is not UTF-8', bytesOf('ef bb bf 61 fc'), 'utf-8', 'a\ufffd'],
    ['old Macintosh line ends', utf8('a\rb\r\rc'), 'utf-8', 'a\nb\n\nc'],
  ])('%s, cut anywhere', (_name, bytes, encoding, text) => {
    for (const size of [1, 2, 3, 5, 1000]) expect(readInPieces(bytes, size)).toEqual({ encoding, text });
  });
});
