import type { Job, SubmittedResult } from '@/lib/devices/job-queries';
import type { UploadState } from '@/lib/devices/upload-state';
import { rowErrorCodes } from './row-error-codes';

interface Device {
  id: string;
  serial: string | null;
  productKey: string | null;
  manufacturer: string;
  model: string;
  groupTag: string | null;
  registeredAt: Date;
  profile: { id: string } | null;
}

/** The one category of profiles there is, as clients spell it. */
export const profileCategory = 'o_o_b_e';

/** A registered device; what it has not is left out, and its hardware hash is never given back. */
export const deviceItem = (device: Device, createdBy?: string) => ({
  id: device.id,
  ...(device.serial ? { serialNumber: device.serial } : {}),
  ...(device.productKey ? { productKey: device.productKey } : {}),
  ...(device.model ? { modelName: device.model } : {}),
  ...(device.manufacturer ? { oemManufacturerName: device.manufacturer } : {}),
  ...(device.groupTag ? { groupTag: device.groupTag } : {}),
  policies: device.profile ? [{ key: profileCategory, value: device.profile.id }] : [],
  ...(createdBy ? { createdBy } : {}),
  uploadedDate: device.registeredAt.toISOString(),
  allowedOperations: ['GET', 'PATCH', 'DELETE'],
  attributes: { objectType: 'Device' },
});

const jobStates: Record<UploadState, string> = {
  received: 'queued',
  checking: 'processing',
  queued: 'queued',
  running: 'processing',
  finished: 'finished',
  finished_with_errors: 'finished_with_errors',
  failed: 'finished_with_errors',
  canceled: 'finished_with_errors',
  undone: 'finished',
};

/** What a device is told that never came to its turn. */
const stopped = { errorCode: '640', errorDescription: 'The upload ended before this device. Submit it again.' };

function deviceStatus({ deviceId, serialNumber, productKey, result }: SubmittedResult, job: Job) {
  const identity = { ...(deviceId ? { deviceId } : {}), serialNumber, productKey };
  if (!result && job.finishedAt) return { ...identity, status: 'finished_with_errors', ...stopped };
  if (!result) return { ...identity, status: jobStates[job.state] };
  if (result.status !== 'rejected' || !result.code) return { ...identity, status: 'finished' };
  const errorDescription = result.message ?? '';
  return { ...identity, status: 'finished_with_errors', errorCode: rowErrorCodes[result.code], errorDescription };
}

/** How a submission stands: an entry for each device, in the order they came. `completedTime` is there once it is over. */
export const jobStatus = (id: string, job: Job) => ({
  batchTrackingId: id,
  status: jobStates[job.state],
  startedTime: (job.startedAt ?? job.createdAt).toISOString(),
  ...(job.finishedAt ? { completedTime: job.finishedAt.toISOString() } : {}),
  devicesStatus: job.devices.map((device) => ({
    ...deviceStatus(device, job),
    attributes: { objectType: 'DeviceUploadStatus' },
  })),
  attributes: { objectType: 'BatchUploadDetails' },
});
