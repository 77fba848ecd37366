/** The limits of a device file (CSV.md), stated on the upload page and refused, never cut. */
export const limits = {
  rows: 1_000_000,
  columns: 50,
  /** Characters in one cell. */
  cell: 16_384,
  /** Bytes in one file. */
  file: 2 * 1024 ** 3,
  /** Bytes in an Excel workbook, which is read as a whole. */
  workbook: 50 * 1024 ** 2,
  /** Bytes a workbook may hold once it is unpacked. */
  unpacked: 512 * 1024 ** 2,
  /** Devices a preview asks the server about, and how many at a time. */
  checked: 100_000,
  checkedAtOnce: 1000,
  /** Characters in one record: every column filled to its limit. */
  record: 50 * 16_384,
} as const;

/**
 * Characters in what identifies a device. Both engines keep serial number, manufacturer and model in one index entry, which
 * PostgreSQL limits to 2,704 bytes; three bytes a character stay below it.
 */
export const identityLimits = { serial: 128, manufacturer: 256, model: 256 } as const;

/** Characters in a group tag, which is in an index likewise. */
export const longestGroupTag = 512;
export const groupTagTooLong = `A group tag has at most ${longestGroupTag} characters.`;

/** Characters in an order number. */
export const longestOrderNumber = 100;
export const orderNumberTooLong = `An order number has at most ${longestOrderNumber} characters.`;
