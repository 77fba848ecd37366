import type { RowDevice } from './row-rules';

/** An earlier row of the file that is the same device, and by what. */
export interface Earlier {
  by: 'productKey' | 'serial' | 'hash';
  row: number;
}

/** A 64-bit fingerprint of a text: FNV-1a, and the like of it with another multiplier. */
class Fingerprint {
  low = 0;
  high = 0;

  of(text: string): this {
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
    this.low = low ^ (low >>> 15);
    this.high = Math.imul(high ^ 0x1f, 0x5bd1e995);
    return this;
  }
}

/** Slots filled at most, of those there are. */
const load = 0.8;

/** Numbers of one slot: row, the two halves of the fingerprint, and a note. Side by side, so that a look is one trip to memory. */
const width = 4;

/**
 * Which row first used a key, for millions of keys: open addressing over a typed array, 16 bytes a slot. A key is known by a
 * 64-bit fingerprint; that two of a million keys share one has a chance of 1 in 36 million, and costs a row that says
 * "duplicate" and can be uploaded alone.
 */
class FirstRows {
  private capacity: number;
  private used = 0;
  private slots: Int32Array;
  private readonly key = new Fingerprint();
  /** Where the slot begins of the key that was asked for last. */
  private at = 0;

  constructor(expected: number) {
    this.capacity = Math.max(4096, Math.ceil(expected / load) + 1);
    this.slots = new Int32Array(this.capacity * width);
  }

  /** Where the slot begins that has the key, or would take it. */
  private placeOf(low: number, high: number): number {
    const { slots, capacity } = this;
    const end = capacity * width;
    let at = Math.floor((((low ^ (high << 7)) >>> 0) / 2 ** 32) * capacity) * width;
    while (slots[at] !== 0 && (slots[at + 1] !== low || slots[at + 2] !== high)) {
      at += width;
      if (at === end) at = 0;
    }
    return at;
  }

  /** The first row with this key, or 0. */
  find(text: string): number {
    this.key.of(text);
    this.at = this.placeOf(this.key.low, this.key.high);
    return this.slots[this.at] ?? 0;
  }

  /** What was noted with the first row of the key that was found last. */
  noted = (): number => this.slots[this.at + 3] ?? 0;

  /** Remembers the row for the key that was looked for last, and was not found. */
  note(row: number, note = 0): void {
    const { at, slots, key } = this;
    slots[at] = row;
    slots[at + 1] = key.low;
    slots[at + 2] = key.high;
    slots[at + 3] = note;
    if (++this.used > this.capacity * load) this.grow();
  }

  private grow(): void {
    const before = this.slots;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * width);
    for (let from = 0; from < before.length; from += width) {
      if (before[from] === 0) continue;
      const to = this.placeOf(before[from + 1] ?? 0, before[from + 2] ?? 0);
      this.slots.set(before.subarray(from, from + width), to);
    }
  }
}

/** Most rows repeat none, and share it. */
const none: readonly Earlier[] = [];

/** True where a serial number stands alone and so means a device of any make. */
export const hasNoMake = (device: { manufacturer: string; model: string }): boolean =>
  device.manufacturer === '' && device.model === '';

/**
 * The devices a file has named so far. Depends on nothing but the rows given to it in order, so reading a file again from
 * its start gives the same answers. `expected` rows are made room for at once.
 */
export class SeenRows {
  private readonly byProductKey: () => FirstRows;
  private readonly bySerial: () => FirstRows;
  private readonly byHash: () => FirstRows;
  /** Makes by a number, 0 for none: a file of a million rows has a hundred. */
  private readonly makes = new Map<string, Map<string, number>>();
  private makeCount = 0;
  /** The first row of a serial number with a make other than that of the number's first row: few have any. */
  private readonly otherMakes = new Map<string, number>();

  constructor(expected = 0) {
    const once = () => {
      let made: FirstRows | undefined;
      return () => {
        made ??= new FirstRows(expected);
        return made;
      };
    };
    this.byProductKey = once();
    this.bySerial = once();
    this.byHash = once();
  }

  /** Notes the device, or answers with the earlier rows it repeats and forgets it. */
  add(device: RowDevice, row: number): readonly Earlier[] {
    const { serial, productKey, hash } = device;
    let earlier = none;
    const look = (by: Earlier['by'], found: number) => {
      if (found !== 0) earlier = [...earlier, { by, row: found }];
    };
    if (productKey !== null) look('productKey', this.byProductKey().find(productKey));
    const make = serial === null ? 0 : this.makeOf(device);
    const first = serial === null ? 0 : this.bySerial().find(serial);
    const other = first === 0 ? '' : `${make} ${serial}`;
    if (first !== 0) {
      const noted = this.bySerial().noted();
      look('serial', make === 0 || noted === 0 || noted === make ? first : (this.otherMakes.get(other) ?? 0));
    }
    if (hash !== null) look('hash', this.byHash().find(hash));
    if (earlier.length > 0) return earlier;

    if (productKey !== null) this.byProductKey().note(row);
    if (first !== 0) this.otherMakes.set(other, row);
    else if (serial !== null) this.bySerial().note(row, make);
    if (hash !== null) this.byHash().note(row);
    return earlier;
  }

  private makeOf(device: RowDevice): number {
    if (hasNoMake(device)) return 0;
    let models = this.makes.get(device.manufacturer);
    if (!models) {
      models = new Map();
      this.makes.set(device.manufacturer, models);
    }
    let make = models.get(device.model);
    if (make === undefined) {
      make = ++this.makeCount;
      models.set(device.model, make);
    }
    return make;
  }
}
