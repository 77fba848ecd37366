import { z } from 'zod';
import type { SubmittedDevice } from '@/lib/devices/submitted-devices';

/** Devices that one call of the OEM API may bring. */
export const oemDevicesAtMost = 1000;

const text = z.string('Send text.').max(16_384, 'At most 16,384 characters.').optional();
const noHash = 'No hardware hashes here. Give the product key, or serial number, manufacturer and model.';

/** A device as a manufacturer submits it. What its fields must be, the rules of a file's rows say, device by device. */
export const oemDevice = z.object({
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKey: text,
  groupTag: text,
  // A program that sends one would otherwise believe that it counted.
  hardwareHash: z.literal('', noHash).optional().describe('Refused: a device is known by the other fields here.'),
});

export type OemDevice = z.infer<typeof oemDevice>;

export const oemDevices = z
  .array(oemDevice, 'Send a list of devices.')
  .min(1, 'Send at least one device.')
  .max(oemDevicesAtMost, `Send at most ${oemDevicesAtMost.toLocaleString('en')} devices at a time.`);

/** The same device in the words of the other API, whose rows they become. */
export const asSubmitted = ({
  serialNumber,
  manufacturer,
  model,
  productKey,
  groupTag,
}: OemDevice): SubmittedDevice => ({
  serialNumber,
  oemManufacturerName: manufacturer,
  modelName: model,
  productKey,
  groupTag,
});
