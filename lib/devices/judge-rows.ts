import { type BulkDevices, bulkDevices, type DeviceKeys, type FoundDevice, type NewDevice } from '@/db/bulk/devices';
import { byPosition } from './by-position';
import { decideRow, type Registrar } from './decide-row';
import { decisionFault } from './decision-fault';
import { decodeHash } from './decode-hash';
import type { EvaluatedRow } from './evaluate-rows';
import { type FormerDevice, findFormer } from './former-identities';
import type { Columns } from './parse-header';
import { rowCodes } from './row-codes';
import type { Told } from './row-results';
import type { StopCode } from './stop-reasons';

/** What rows are told, and the devices that are to be registered for it to be true. */
export interface Judgement {
  told: Told[];
  devices: NewDevice[];
}

/** What finds nothing. */
export const noKeys: DeviceKeys = { serial: null, manufacturer: '', model: '', productKey: null, hashDigest: null };

function toNewDevice({ row, device }: EvaluatedRow): NewDevice | null {
  if (!device) return null;
  const { serial, manufacturer, model, productKey, groupTag, assignedUser, orderNumber } = device;
  const kept = { groupTag, assignedUser, orderNumber };
  return { row, serial, manufacturer, model, productKey, ...decodeHash(device.hash), ...kept };
}

/** How registered devices are found: inside the open transaction, or outside any where nothing will be written. */
type Find = BulkDevices['find'];

/** Decides rows against what is registered, inside the open transaction unless another `find` is given; changes nothing. */
export async function judgeRows(
  rows: EvaluatedRow[],
  columns: Columns,
  registrar: Registrar,
  find: Find = (keys) => bulkDevices().find(keys),
): Promise<Judgement> {
  const candidates = rows.map(toNewDevice);
  const keys = candidates.map((candidate) => candidate ?? noKeys);
  const foundAt = byPosition<FoundDevice>(await find(keys));
  const formerAt = byPosition<FormerDevice>(await findFormer(registrar.customerId, keys));

  const devices: NewDevice[] = [];
  const told = rows.map((row, at): Told => {
    const candidate = candidates[at];
    if (!candidate) return { row, status: 'rejected', fault: row.fault };
    const decision = decideRow(candidate, foundAt.get(at) ?? [], registrar, formerAt.get(at));
    if (!decision) {
      devices.push(candidate);
      return { row, status: 'registered', fault: null };
    }
    const status = decision.code === 'already_registered' ? 'unchanged' : 'rejected';
    return { row, status, fault: decisionFault(decision, columns) };
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
