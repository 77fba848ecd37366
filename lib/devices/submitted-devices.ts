import { z } from 'zod';
import { sheetLine } from './sheet-lines';

/** Devices that one call may bring. */
export const submittedAtMost = 2000;

const text = z.string('Send text.').max(16_384, 'At most 16,384 characters.').optional();

/** A device as a program submits it. What its fields must be, the rules of a file's rows say, device by device. */
export const submittedDevice = z.object({
  serialNumber: text,
  productKey: text,
  hardwareHash: text,
  oemManufacturerName: text,
  modelName: text,
  groupTag: text,
});

export type SubmittedDevice = z.infer<typeof submittedDevice>;

/** The columns under which submitted devices are kept: those of a file, so that rejected rows can be downloaded as one. */
export const submittedColumns = [
  'Device Serial Number',
  'Windows Product ID',
  'Hardware Hash',
  'Manufacturer name',
  'Device model',
  'Group Tag',
];

/** A submitted device as cells below `submittedColumns`. */
export const cellsOf = (device: SubmittedDevice): string[] =>
  [
    device.serialNumber,
    device.productKey,
    device.hardwareHash,
    device.oemManufacturerName,
    device.modelName,
    device.groupTag,
  ].map((cell) => cell ?? '');

/** The devices as the lines that an upload of them is kept in, below a line of columns. */
export const submittedLines = (devices: readonly SubmittedDevice[]): string =>
  [submittedColumns, ...devices.map(cellsOf)].map((cells, at) => sheetLine({ line: at + 1, cells })).join('');
