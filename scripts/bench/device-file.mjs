// Device files for the bench: from shared/bin/make-devices.mjs beside the checkout, or an equivalent made here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const maker = '../shared/bin/make-devices.mjs';
const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';

/** A file of so many good rows; other seeds make other devices. */
export function deviceFile(rows, seed) {
  if (existsSync(maker)) {
    const args = [maker, '--rows', String(rows), '--seed', String(seed)];
    return execFileSync(process.execPath, args, { maxBuffer: 1 << 30 });
  }
  const line = (n) =>
    `CS${seed}-${String(n).padStart(8, '0')},${1_000_000_000_000 + n * 7919 + seed},,Contoso Devices,Atlas ${13 + (n % 3)}`;
  return Buffer.from(`${[header, ...Array.from({ length: rows }, (_, n) => line(n))].join('\r\n')}\r\n`);
}

export const saysWhere = () =>
  existsSync(maker) ? '' : 'shared/ is not beside this checkout; the device files are made here, in the same shape.';
