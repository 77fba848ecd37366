import type { DeviceField } from '@/lib/devices/parse-header';

/** What a column can mean, in words. */
export const fieldWords: Record<DeviceField, string> = {
  serial: 'Serial number',
  productKey: 'Product key',
  hash: 'Hardware hash',
  manufacturer: 'Manufacturer',
  model: 'Model',
  groupTag: 'Group tag',
  assignedUser: 'Assigned user',
  orderNumber: 'Order number',
};
