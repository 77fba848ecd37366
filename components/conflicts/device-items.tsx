import type { DeviceFacts } from '@/lib/conflicts/device-facts';
import { makeOf } from '@/lib/conflicts/names';

/** The identifiers that there are, for a list of definitions. */
export function deviceItems(device: DeviceFacts): { term: string; description: string }[] {
  const items = [
    { term: 'Serial number', description: device.serial },
    { term: 'Make', description: makeOf(device) ?? '' },
    { term: 'Product key', description: device.productKey },
    { term: 'Hardware hash', description: device.hashed ? 'Submitted' : '' },
  ];
  return items.filter(({ description }) => description !== '');
}
