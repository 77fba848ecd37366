import type { uploads } from '@/db/schema';
import { emit } from '@/lib/webhooks/emit';

/** Tells the partner's programs how an upload ended and, unless it is being taken back, what it registered. */
export async function emitUpload(upload: typeof uploads.$inferSelect): Promise<void> {
  const { id: uploadId, partnerId, customerId, batchName: batch, state, registered, unchanged, rejected } = upload;
  if (state !== 'finished' && state !== 'finished_with_errors' && state !== 'failed' && state !== 'canceled') return;
  await emit(partnerId, 'upload.finished', { uploadId, customerId, batch, state, registered, unchanged, rejected });
  if (registered > 0 && !upload.undoneAt) {
    await emit(partnerId, 'devices.registered', { uploadId, customerId, batch, count: registered });
  }
}

/** Devices that an event names; the rest is counted, so that no event has more than 20 KB. */
const named = 40;

/** Devices as events name them. */
export const devicesOf = (found: { serial: string | null; productKey: string | null }[]) =>
  found.slice(0, named).map(({ serial, productKey }) => ({ serialNumber: serial ?? '', productKey: productKey ?? '' }));
