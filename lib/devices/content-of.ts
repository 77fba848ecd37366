import { markedEncoding } from './detect-encoding';
import { UnreadableFile } from './unreadable-file';

const signatures: [string, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old or protected Excel (.xls)', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['gzip', [0x1f, 0x8b]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** What the first pages of a workbook name: the list of its parts, or the folder they lie in. */
const workbookNames = ['[Content_Types].xml', 'xl/'].map((name) => new TextEncoder().encode(name));

function holds(bytes: Uint8Array, sought: Uint8Array): boolean {
  for (let at = 0; at + sought.length <= bytes.length; at++) {
    if (sought.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

/** What a file is by its first bytes, never by its name. Throws UnreadableFile for what is neither. */
export function contentOf(start: Uint8Array): 'text' | 'workbook' {
  const found = signatures.find(([, signature]) => signature.every((byte, at) => start[at] === byte))?.[0];
  if (found === 'zip' && workbookNames.some((name) => holds(start.subarray(0, 65_536), name))) return 'workbook';
  if (found) {
    throw new UnreadableFile(
      'unsupported',
      `This is ${/^[AEIOU]/i.test(found) ? 'an' : 'a'} ${found} file, neither CSV nor an Excel workbook (.xlsx). Save the device list as one of them and choose that file.`,
    );
  }
  refuseBytes(start);
  return 'text';
}

/** No text has many of them but line ends, tabs and form feeds. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13;

/** Bytes that are no text in any encoding that is read. */
function refuseBytes(start: Uint8Array): void {
  if (markedEncoding(start)) return;
  const sample = start.subarray(0, 4096);
  const nulls = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  const controls = sample.reduce((found, byte) => found + (isControl(byte) ? 1 : 0), 0);
  if (even + odd <= sample.length / 10 && controls <= sample.length / 20) return;
  const oneSide = Math.max(even, odd) > 0.9 * (even + odd) && even + odd > sample.length / 4;
  throw new UnreadableFile(
    'unsupported',
    oneSide
      ? 'This file is UTF-16 text without its byte order mark. Save it as CSV (UTF-8) and choose that file.'
      : 'This file is not text. Save the device list as CSV (UTF-8) and choose that file.',
  );
}
