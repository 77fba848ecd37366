import { isStorageFull } from '@/db/errors';
import { AppError } from '@/lib/errors';

/** Kept as the last error of a job that waits for room; it is nobody's fault and costs no attempt. */
export const noRoom = 'Storage is full.';

/** True when work broke off because there is no room left, whether the engine says so or a command already put it in words. */
export const ranOutOfRoom = (error: unknown): boolean =>
  isStorageFull(error) || (error instanceof AppError && error.code === 'storage_full');
