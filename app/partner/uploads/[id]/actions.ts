'use server';

import { act } from '@/app/act';
import { cancelUpload } from '@/lib/devices/cancel-upload';
import { undoUpload } from '@/lib/devices/undo-upload';

export async function cancel(uploadId: string) {
  return act(cancelUpload, { uploadId });
}

/** A reason that a person can do something about comes with its sentence. */
export async function undo(uploadId: string) {
  const result = await act(undoUpload, { uploadId });
  if (result.ok || result.reason !== 'no_consent') return result;
  return { ...result, message: 'The customer’s consent has ended, so its devices are no longer yours to change.' };
}
