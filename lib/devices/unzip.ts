import { limits } from './limits';
import { UnreadableFile } from './unreadable-file';

/** One file inside a zip, as its directory describes it. */
interface Entry {
  method: number;
  packed: number;
  /** Where its own header begins. */
  offset: number;
}

const endOfDirectory = 0x06054b50;
const inDirectory = 0x02014b50;
/** What sheets are made of packs to a twentieth; what packs to less than this was made to burst. */
const tightest = 200;
/** Bytes up to which that is not looked at. */
const harmless = 16 * 1024 ** 2;
const stored = 0;
const deflated = 8;

export const damaged = () =>
  new UnreadableFile('unreadable', 'This workbook is damaged. Open it, save it again and choose the new file.');

/** The files inside a zip, unpacked piece by piece, up to `limits.unpacked` bytes in sum. Throws UnreadableFile. */
export class Zip {
  private readonly view: DataView;
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly bytes: Uint8Array<ArrayBuffer>,
    private left: number = limits.unpacked,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      throw error instanceof RangeError ? damaged() : error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** What the file holds, in pieces; nothing where there is none of that name. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return;
    const { view } = this;
    if (entry.offset + 30 > view.byteLength) throw damaged();
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const packed = this.bytes.subarray(start, start + entry.packed);
    if (packed.length < entry.packed || (entry.method !== stored && entry.method !== deflated)) throw damaged();
    const whole = new Blob([packed]).stream();
    const reader = (
      entry.method === stored ? whole : whole.pipeThrough(new DecompressionStream('deflate-raw'))
    ).getReader();
    let unpacked = 0;
    try {
      for (;;) {
        const { done, value } = await reader.read().catch(() => {
          throw damaged();
        });
        if (done) return;
        this.left -= value.length;
        unpacked += value.length;
        if (this.left < 0 || (unpacked > harmless && unpacked > tightest * entry.packed)) throw tooLarge();
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }

  /** The directory stands at the end, behind it at most a comment of 64 KiB. */
  private readDirectory(): void {
    const { view } = this;
    let end = view.byteLength - 22;
    const last = Math.max(0, end - 0xffff);
    while (end >= last && view.getUint32(end, true) !== endOfDirectory) end--;
    if (end < last) throw damaged();
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    for (let entry = 0; entry < count; entry++) {
      if (view.getUint32(at, true) !== inDirectory) throw damaged();
      const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
        number,
        number,
        number,
      ];
      const found = this.bytes.subarray(at + 46, at + 46 + name);
      this.entries.set(new TextDecoder().decode(found).toLowerCase(), this.readEntry(at, at + 46 + name, extra));
      at += 46 + name + extra + comment;
    }
  }

  /** Sizes that do not fit into 32 bits stand in an extra field, which some programs write for small files too. */
  private readEntry(at: number, extraAt: number, extra: number): Entry {
    const { view } = this;
    const method = view.getUint16(at + 10, true);
    let packed = view.getUint32(at + 20, true);
    let offset = view.getUint32(at + 42, true);
    for (let field = extraAt; field + 4 <= extraAt + extra; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue;
      let value = field + 4;
      const next = () => {
        const long = Number(view.getBigUint64(value, true));
        value += 8;
        return long;
      };
      if (view.getUint32(at + 24, true) === 0xffffffff) next();
      if (packed === 0xffffffff) packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    return { method, packed, offset };
  }
}

const tooLarge = () =>
  new UnreadableFile(
    'too_large',
    `Unpacked, this workbook is larger than the ${limits.unpacked / 1024 ** 2} MiB that can be read. Save the device list as CSV (UTF-8) and choose that file.`,
  );
