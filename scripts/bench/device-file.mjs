// Device files for the bench: from shared/bin/make-devices.mjs beside the checkout, or an equivalent made here.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';

const maker = '../shared/bin/make-devices.mjs';
const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model';

/** A hash of 3,000 bytes that no other has. */
const hashOf = (text) =>
  Buffer.concat(Array(94).fill(createHash('sha256').update(text).digest())).toString('base64', 0, 3000);

const lines = {
  both: (n, seed) =>
    `CS${seed}-${String(n).padStart(8, '0')},${1_000_000_000_000 + n * 7919 + seed},,Contoso Devices,Atlas ${13 + (n % 3)}`,
  hash: (n, seed) => `CS${seed}-${String(n).padStart(8, '0')},,${hashOf(`${seed} ${n}`)},,`,
};

/** A file of so many good rows; other seeds make other devices. `both` has serial, make and product key, `hash` serial and hash. */
export function deviceFile(rows, seed, kind = 'both') {
  if (existsSync(maker)) {
    const args = [maker, '--rows', String(rows), '--seed', String(seed), '--kind', kind];
    return execFileSync(process.execPath, args, { maxBuffer: 1 << 30 });
  }
  const body = Array.from({ length: rows }, (_, n) => lines[kind](n, seed));
  return Buffer.from(`${[header, ...body].join('\r\n')}\r\n`);
}

export const saysWhere = () =>
  existsSync(maker) ? '' : 'shared/ is not beside this checkout; the device files are made here, in the same shape.';
