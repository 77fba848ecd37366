import type { RowDevice } from './row-rules';

/** An earlier row of the file that is the same device, and by what. */
export interface Earlier {
  by: 'productKey' | 'serial' | 'hash';
  row: number;
}

/**
 * Which row first used a key, for millions of keys: open addressing over typed arrays, 12 bytes a slot. A key is known by a
 * 64-bit fingerprint; that two of three million keys share one has a chance of 1 in 4 million, and costs a row that says
 * "duplicate" and can be uploaded alone.
 */
class FirstRows {
  private capacity = 1 << 12;
  private used = 0;
  private rows = new Int32Array(this.capacity);
  private lows = new Int32Array(this.capacity);
  private highs = new Int32Array(this.capacity);
  private low = 0;
  private high = 0;

  /** Where the key is, or would go. Two FNV-like runs with different beginnings and multipliers, mixed at the end. */
  private slotOf(kind: number, text: string): number {
    let low = 0x811c9dc5 ^ kind;
    let high = 0x9747b28c ^ kind;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
    low = Math.imul(low ^ (low >>> 16), 0x7feb352d);
    this.low = low ^ (low >>> 15);
    this.high = high;
    return this.free(this.low, this.high);
  }

  private free(low: number, high: number): number {
    const mask = this.capacity - 1;
    let slot = (low ^ (high << 7)) & mask;
    while (this.rows[slot] !== 0 && (this.lows[slot] !== low || this.highs[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  /** The first row with this key, or 0. */
  find(kind: number, text: string): number {
    return this.rows[this.slotOf(kind, text)] ?? 0;
  }

  /** Remembers the row unless an earlier one has the key. */
  note(kind: number, text: string, row: number): void {
    const slot = this.slotOf(kind, text);
    if (this.rows[slot] !== 0) return;
    this.rows[slot] = row;
    this.lows[slot] = this.low;
    this.highs[slot] = this.high;
    if (++this.used > this.capacity * 0.6) this.grow();
  }

  private grow(): void {
    const { rows, lows, highs } = this;
    this.capacity *= 2;
    this.rows = new Int32Array(this.capacity);
    this.lows = new Int32Array(this.capacity);
    this.highs = new Int32Array(this.capacity);
    for (let from = 0; from < rows.length; from++) {
      const row = rows[from] ?? 0;
      if (row === 0) continue;
      const low = lows[from] ?? 0;
      const high = highs[from] ?? 0;
      const to = this.free(low, high);
      this.rows[to] = row;
      this.lows[to] = low;
      this.highs[to] = high;
    }
  }
}

const kinds = { productKey: 1, make: 2, anyMake: 3, noMake: 4, hash: 5 } as const;

/** True where a serial number stands alone and so means a device of any make. */
export const hasNoMake = (device: { manufacturer: string; model: string }): boolean =>
  device.manufacturer === '' && device.model === '';

const triple = (serial: string, device: RowDevice): string => `${serial}\n${device.manufacturer}\n${device.model}`;

/**
 * The devices a file has named so far. Depends on nothing but the rows given to it in order, so reading a file again from
 * its start gives the same answers.
 */
export class SeenRows {
  private readonly first = new FirstRows();

  /** Notes the device, or answers with the earlier rows it repeats and forgets it. */
  add(device: RowDevice, row: number): Earlier[] {
    const { first } = this;
    const { serial, productKey, hash } = device;
    const earlier: Earlier[] = [];
    const look = (by: Earlier['by'], kind: number, text: string) => {
      const found = first.find(kind, text);
      if (found !== 0) earlier.push({ by, row: found });
    };
    if (productKey !== null) look('productKey', kinds.productKey, productKey);
    if (serial !== null) {
      if (hasNoMake(device)) look('serial', kinds.anyMake, serial);
      else {
        look('serial', kinds.make, triple(serial, device));
        look('serial', kinds.noMake, serial);
      }
    }
    if (hash !== null) look('hash', kinds.hash, hash);
    if (earlier.length > 0) return earlier;

    if (productKey !== null) first.note(kinds.productKey, productKey, row);
    if (serial !== null) {
      first.note(kinds.anyMake, serial, row);
      if (hasNoMake(device)) first.note(kinds.noMake, serial, row);
      else first.note(kinds.make, triple(serial, device), row);
    }
    if (hash !== null) first.note(kinds.hash, hash, row);
    return earlier;
  }
}
