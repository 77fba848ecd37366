/** The states of an upload that anybody is told about (DESIGN §8). */
export type UploadState =
  | 'received'
  | 'checking'
  | 'queued'
  | 'running'
  | 'finished'
  | 'finished_with_errors'
  | 'failed'
  | 'canceled'
  | 'undone';

const ended: ReadonlySet<UploadState> = new Set(['finished', 'finished_with_errors', 'failed', 'canceled', 'undone']);

/** True when nothing more will happen to it by itself. */
export const hasEnded = (state: UploadState): boolean => ended.has(state);
