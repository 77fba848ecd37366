import { createHash } from 'node:crypto';
import { bulkDevices, type DeviceKeys, type FoundDevice, type NewDevice } from '@/db/bulk/devices';
import { decideRow, type Registrar } from './decide-row';
import type { EvaluatedRow } from './evaluate-rows';
import { type Columns, columnName } from './parse-header';
import { rowCodes } from './row-codes';
import type { Told } from './row-results';
import type { StopCode } from './stop-reasons';

/** What rows are told, and the devices that are to be registered for it to be true. */
export interface Judgement {
  told: Told[];
  devices: NewDevice[];
}

const none: DeviceKeys = { serial: null, manufacturer: '', model: '', productKey: null, hashDigest: null };

function toNewDevice({ row, device }: EvaluatedRow): NewDevice | null {
  if (!device) return null;
  const { serial, manufacturer, model, productKey, groupTag, assignedUser, orderNumber } = device;
  const hash = device.hash === null ? null : Buffer.from(device.hash, 'base64');
  const hashDigest = hash && createHash('sha256').update(hash).digest();
  const kept = { groupTag, assignedUser, orderNumber };
  return { row, serial, manufacturer, model, productKey, hash, hashDigest, ...kept };
}

/** Decides rows against what is registered, inside the open transaction; changes nothing. */
export async function judgeRows(rows: EvaluatedRow[], columns: Columns, registrar: Registrar): Promise<Judgement> {
  const candidates = rows.map(toNewDevice);
  const found = await bulkDevices().find(candidates.map((candidate) => candidate ?? none));
  const foundAt = new Map<number, FoundDevice[]>();
  for (const device of found) foundAt.set(device.at, [...(foundAt.get(device.at) ?? []), device]);

  const devices: NewDevice[] = [];
  const told = rows.map((row, at): Told => {
    const candidate = candidates[at];
    if (!candidate) return { row, status: 'rejected', fault: row.fault };
    const matches = foundAt.get(at);
    const decision = matches ? decideRow(candidate, matches, registrar) : null;
    if (!decision) {
      devices.push(candidate);
      return { row, status: 'registered', fault: null };
    }
    const { code, field } = decision;
    const fault = { code, column: columnName(columns, field), message: rowCodes[code].sentence };
    return { row, status: code === 'already_registered' ? 'unchanged' : 'rejected', fault };
  });
  return { told, devices };
}

/** The same answer for all rows, whatever they hold. */
export function rejectRows(rows: EvaluatedRow[], code: StopCode): Judgement {
  const fault = { code, column: null, message: rowCodes[code].sentence };
  return { told: rows.map((row) => ({ row, status: 'rejected', fault })), devices: [] };
}

/** Holds back what would have been registered, because other rows of an all-or-nothing upload have faults. */
export function holdBack({ told }: Judgement): Judgement {
  const fault = { code: 'all_or_nothing', column: null, message: rowCodes.all_or_nothing.sentence } as const;
  return {
    told: told.map((each) => (each.status === 'registered' ? { row: each.row, status: 'rejected', fault } : each)),
    devices: [],
  };
}

export const countRejected = ({ told }: Judgement): number => told.filter((row) => row.status === 'rejected').length;
