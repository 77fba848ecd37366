/** The devices of one upload that a list shows, by their number alone. */
export interface Lot {
  /** The upload's number. */
  upload: number;
  devices: number;
}

/** A part of one upload's devices, counted from the end that the list begins with. */
interface Slice {
  upload: number;
  skip: number;
  take: number;
}

/**
 * Which devices a page shows, without counting any: lots in the list's order, so many devices passed over, so many shown. A
 * page of a million devices is one range of one upload.
 */
export function cutPage(lots: readonly Lot[], skip: number, take: number): Slice[] {
  const slices: Slice[] = [];
  let [before, wanted] = [skip, take];
  for (const { upload, devices } of lots) {
    if (wanted === 0) break;
    const here = Math.min(wanted, Math.max(0, devices - before));
    if (here > 0) slices.push({ upload, skip: before, take: here });
    wanted -= here;
    before = Math.max(0, before - devices);
  }
  return slices;
}

export const sizeOf = (lots: readonly Lot[]): number => lots.reduce((sum, { devices }) => sum + devices, 0);
