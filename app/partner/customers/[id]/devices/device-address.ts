import { longestGroupTag, longestOrderNumber } from '@/lib/devices/limits';

/** What stands in the address of a list of a customer's devices, but for its page. */
export interface DeviceAddress {
  q: string;
  batch: string | undefined;
  upload: string | undefined;
  profile: string | undefined;
  tag: string | undefined;
  order: string | undefined;
}

/** Reads it; what is given twice or is empty is not given. */
export function deviceAddress(asked: Record<string, string | string[] | undefined>): DeviceAddress & {
  [name: string]: string | undefined;
} {
  const one = (name: string, longest = 200) => {
    const given = asked[name];
    return typeof given === 'string' ? given.trim().slice(0, longest) || undefined : undefined;
  };
  return {
    q: one('q') ?? '',
    batch: one('batch'),
    upload: one('upload'),
    profile: one('profile'),
    tag: one('tag', longestGroupTag),
    order: one('order', longestOrderNumber),
  };
}

/** The same as a list of devices takes it. */
export const filterOf = (customerId: string, { q, batch, upload, profile, tag, order }: DeviceAddress) => ({
  customerId,
  search: q,
  batchId: batch,
  uploadId: upload,
  profileId: profile,
  groupTag: tag,
  orderNumber: order,
});
