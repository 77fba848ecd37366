import { z } from 'zod';
import { type DeviceMark, devicesMarked } from './device-marks';
import { longestGroupTag, longestOrderNumber } from './limits';

export const searched = z.string().trim().max(200).default('');

/** What a list of one customer's devices is narrowed to. A group tag and an order number are compared exactly. */
export const deviceFilter = z.object({
  customerId: z.uuid(),
  search: searched,
  batchId: z.uuid().optional(),
  uploadId: z.uuid().optional(),
  profileId: z.uuid().optional(),
  groupTag: z.string().trim().max(longestGroupTag).optional(),
  orderNumber: z.string().trim().max(longestOrderNumber).optional(),
});

export type DeviceFilter = z.output<typeof deviceFilter>;

/** What devices have to have beside what a search finds. */
export interface Sought {
  batchId?: string | undefined;
  profileId?: string | undefined;
  marks: DeviceMark[];
}

export function soughtBy({ batchId, profileId, groupTag, orderNumber }: DeviceFilter): Sought {
  const marks = [...devicesMarked('orderNumber', orderNumber), ...devicesMarked('groupTag', groupTag)];
  return { batchId, profileId, marks };
}
