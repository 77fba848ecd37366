import { isUniqueViolation } from '@/db/errors';
import type { MaybeActor } from '@/lib/auth/actor';
import { processNow } from '@/lib/devices/process-upload';
import { AppError } from '@/lib/errors';
import type { OemDevice } from './device-input';
import type { DeviceResult } from './device-result';
import { readSubmission } from './result-queries';
import { submitDevices } from './submit-devices';

interface Submission {
  customerId: string;
  devices: OemDevice[];
  /** Whatever is sent again under it is the first upload. */
  key: string | null;
}

/**
 * Registers devices and waits for it: resolves with the upload they became and what each was told, in their order; null
 * where the customer does not consent. Throws AppError `conflict` for a key that was used for something else.
 */
export async function registerSubmitted(
  actor: MaybeActor,
  given: Submission,
): Promise<{ uploadId: string; results: DeviceResult[] } | null> {
  const submit = () => submitDevices(actor, given);
  // Two calls with one key may come at once; the second then finds the first.
  const made = await submit().catch((error: unknown) => (isUniqueViolation(error) ? submit() : Promise.reject(error)));
  if (!made.ok && made.reason === 'no_consent') return null;
  if (!made.ok && made.reason === 'key_reused') {
    throw new AppError('conflict', 'This request id was already used for other devices.');
  }
  await processNow(made.id);
  return { uploadId: made.id, results: await readSubmission(actor, { uploadId: made.id }) };
}
