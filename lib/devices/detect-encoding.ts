import type { Encoding } from './decode';

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding a byte order mark names, or null. */
export function markedEncoding(start: Uint8Array): Encoding | null {
  return marks.find(([, mark]) => mark.every((byte, at) => start[at] === byte))?.[0] ?? null;
}

/** Decides the encoding of a file from all of its bytes: the mark, else strict UTF-8, else Windows-1252 (CSV.md). */
export class EncodingDetector {
  private readonly strict = new TextDecoder('utf-8', { fatal: true });
  private readonly marked: Encoding | null;
  private valid = true;

  /** `start` is the beginning of the file, at least three bytes of it if it has them; `push` it as well. */
  constructor(start: Uint8Array) {
    this.marked = markedEncoding(start);
  }

  push(bytes: Uint8Array): void {
    if (this.marked || !this.valid) return;
    try {
      this.strict.decode(bytes, { stream: true });
    } catch {
      this.valid = false;
    }
  }

  /** What the bytes so far look like; a character cut at the end counts as whole. */
  get likely(): Encoding {
    return this.marked ?? (this.valid ? 'utf-8' : 'windows-1252');
  }

  end(): Encoding {
    if (this.marked || !this.valid) return this.likely;
    try {
      this.strict.decode();
    } catch {
      this.valid = false;
    }
    return this.likely;
  }
}
