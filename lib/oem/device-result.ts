import { type RowCode, rowCodes } from '@/lib/devices/row-codes';
import type { RowStatus } from '@/lib/devices/row-results';

export const resultStatuses = ['registered', 'deregistered', 'unchanged', 'rejected'] as const;
export type ResultCode = RowCode | 'not_registered' | 'stopped';

/** What one submitted device is told, at its place. */
export interface DeviceResult {
  status: (typeof resultStatuses)[number];
  /** Null where there is nothing to say. */
  code: ResultCode | null;
  message: string | null;
  retryable: boolean;
}

const nothing = { code: null, message: null, retryable: false };

export const deregistered: DeviceResult = { status: 'deregistered', ...nothing };

/** Of a device that somebody else registered, and of one that nobody did: a manufacturer is not told which. */
export const notRegistered: DeviceResult = {
  status: 'rejected',
  code: 'not_registered',
  message: 'You have not registered such a device, or it is not registered any more. Nothing was changed.',
  retryable: false,
};

/** Of a device whose customer consents no longer. */
export const outOfReach: DeviceResult = {
  status: 'rejected',
  code: 'no_consent',
  message: 'The customer that has this device no longer consents to you. The device stays registered.',
  retryable: false,
};

/** Of a device whose upload ended before its turn, by a fault of ours. */
export const stopped: DeviceResult = {
  status: 'rejected',
  code: 'stopped',
  message: 'The upload ended before this device. Submit it again.',
  retryable: true,
};

/** What a row of an upload was told, or would be; a registered one nothing. */
export function resultOf(
  status: RowStatus,
  told: { code: RowCode | null; message: string | null } | null,
): DeviceResult {
  if (!told?.code) return { status, ...nothing };
  return { status, code: told.code, message: told.message, retryable: rowCodes[told.code].retryable };
}

/** Of each device for an organization that does not consent. */
export const noConsent = resultOf('rejected', { code: 'no_consent', message: rowCodes.no_consent.sentence });
