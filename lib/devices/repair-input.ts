import { z } from 'zod';
import { repairReason } from '@/lib/consent/plain-text';
import { limits } from './limits';
import { type DeviceField, fieldLabels, unnamedColumns } from './parse-header';
import { type RowReading, readRow } from './row-rules';

/** What is told of a device's new hardware, by the names of the columns. */
export const hardwareFields = [
  'serial',
  'manufacturer',
  'model',
  'productKey',
  'hash',
] as const satisfies DeviceField[];
export type HardwareField = (typeof hardwareFields)[number];
type Typed = Record<HardwareField, string>;

const columns = unnamedColumns([...hardwareFields]);

/** Reads what was typed by the rules of a row in a device file. */
export const readHardware = (typed: Typed): RowReading =>
  readRow(columns, { row: 1, line: 1, cells: hardwareFields.map((field) => typed[field]), brokenQuotes: false });

const fieldNamed = (label: string | null): HardwareField =>
  hardwareFields.find((field) => fieldLabels[field] === label) ?? 'serial';

const cell = z.string().max(limits.cell, `This is too long. A value has at most ${limits.cell} characters.`);

/** What a person says of a repair: all that the device is known by from now on. */
export const repairForm = z
  .object({
    serial: cell,
    manufacturer: cell,
    model: cell,
    productKey: cell,
    hash: cell,
    reason: repairReason,
  })
  .superRefine((typed, context) => {
    const { fault } = readHardware(typed);
    if (fault) context.addIssue({ code: 'custom', path: [fieldNamed(fault.column)], message: fault.message });
  });

export const repairInput = z.object({ customerId: z.uuid(), deviceId: z.uuid() }).and(repairForm);
