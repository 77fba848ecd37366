import type { DeviceFacts } from './device-facts';
import type { ConflictState } from './state';

/** What the asker reads, and support. */
export const conflictStateNames: Record<ConflictState, string> = {
  asked: 'Waiting for an answer',
  escalated: 'With support',
  released: 'Released',
  rejected: 'Not released',
  withdrawn: 'Withdrawn',
  closed: 'No longer registered',
};

/** The same for who has the device. */
export const holderStateNames: Record<ConflictState, string> = {
  ...conflictStateNames,
  asked: 'Waiting for your answer',
  rejected: 'Stays registered',
};

/** What people call a device: its serial number, or what else it is known by. */
export const deviceLabel = ({ serial, productKey }: DeviceFacts): string =>
  serial || productKey || 'known by its hardware hash';

/** Manufacturer and model in one line, or null where neither is known. */
export const makeOf = ({ manufacturer, model }: DeviceFacts): string | null =>
  `${manufacturer} ${model}`.trim() || null;
