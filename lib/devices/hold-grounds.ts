import { holdReach } from '@/lib/partners/hold-reach';
import { holdSurface } from '@/lib/support/hold-surface';
import type { FoundUpload } from './find-upload';

/**
 * Whether an upload may still change devices, and until the open transaction ends: a partner's by its reach; the operator's own,
 * which no consent gives, only where it is what a customer asked support for (decision 0028).
 */
export const holdGrounds = ({ id, partner, customerId, operators }: FoundUpload): Promise<boolean> =>
  operators ? holdSurface(id) : holdReach(partner, customerId);
