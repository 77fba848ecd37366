import type { RowDevice } from './row-rules';

/** An earlier row of the file that is the same device, and by what. */
export interface Earlier {
  by: 'productKey' | 'serial' | 'hash';
  row: number;
}

/** Two 32-bit hashes of a text, which can be continued: FNV-1a, and the like of it with another multiplier. */
class Fingerprint {
  low = 0;
  high = 0;

  begin(kind: number): this {
    this.low = 0x811c9dc5 ^ kind;
    this.high = 0x9747b28c ^ kind;
    return this;
  }

  /** What follows `from`, which stays as it is. */
  continue(from: Fingerprint): this {
    this.low = from.low;
    this.high = from.high;
    return this;
  }

  add(text: string): this {
    let { low, high } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
    // An end of its own, so that "ab" and "c" are not "a" and "bc".
    low = Math.imul(low ^ 0x1f, 0x01000193);
    this.low = low ^ (low >>> 15);
    this.high = Math.imul(high ^ 0x1f, 0x5bd1e995);
    return this;
  }
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

  /** Where the key is, or would go. */
  private slotOf(low: number, high: number): number {
    const mask = this.capacity - 1;
    let slot = (low ^ (high << 7)) & mask;
    while (this.rows[slot] !== 0 && (this.lows[slot] !== low || this.highs[slot] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  /** The first row with this key, or 0. */
  find({ low, high }: Fingerprint): number {
    return this.rows[this.slotOf(low, high)] ?? 0;
  }

  /** Remembers the row unless an earlier one has the key. */
  note({ low, high }: Fingerprint, row: number): void {
    const slot = this.slotOf(low, high);
    if (this.rows[slot] !== 0) return;
    this.rows[slot] = row;
    this.lows[slot] = low;
    this.highs[slot] = high;
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
      const to = this.slotOf(low, high);
      this.rows[to] = row;
      this.lows[to] = low;
      this.highs[to] = high;
    }
  }
}

const kinds = { productKey: 1, serial: 2, hash: 3 } as const;

/** Most rows repeat none, and share it. */
const none: readonly Earlier[] = [];

/** True where a serial number stands alone and so means a device of any make. */
export const hasNoMake = (device: { manufacturer: string; model: string }): boolean =>
  device.manufacturer === '' && device.model === '';

/**
 * The devices a file has named so far. Depends on nothing but the rows given to it in order, so reading a file again from
 * its start gives the same answers.
 */
export class SeenRows {
  private readonly first = new FirstRows();
  private readonly byProductKey = new Fingerprint();
  private readonly bySerial = new Fingerprint();
  private readonly byMake = new Fingerprint();
  private readonly withoutMake = new Fingerprint();
  private readonly byHash = new Fingerprint();

  /** Notes the device, or answers with the earlier rows it repeats and forgets it. */
  add(device: RowDevice, row: number): readonly Earlier[] {
    const { first, byProductKey, bySerial, byMake, withoutMake, byHash } = this;
    const { serial, productKey, hash, manufacturer, model } = device;
    const noMake = hasNoMake(device);
    let earlier = none;
    const look = (by: Earlier['by'], key: Fingerprint) => {
      const found = first.find(key);
      if (found !== 0) earlier = [...earlier, { by, row: found }];
    };
    if (productKey !== null) look('productKey', byProductKey.begin(kinds.productKey).add(productKey));
    if (serial !== null) {
      bySerial.begin(kinds.serial).add(serial);
      withoutMake.continue(bySerial).add('');
      if (noMake) look('serial', bySerial);
      else {
        look('serial', byMake.continue(bySerial).add(manufacturer).add(model));
        look('serial', withoutMake);
      }
    }
    if (hash !== null) look('hash', byHash.begin(kinds.hash).add(hash));
    if (earlier.length > 0) return earlier;

    if (productKey !== null) first.note(byProductKey, row);
    if (serial !== null) {
      first.note(bySerial, row);
      first.note(noMake ? withoutMake : byMake, row);
    }
    if (hash !== null) first.note(byHash, row);
    return earlier;
  }
}
