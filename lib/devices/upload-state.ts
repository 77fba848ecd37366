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

export const endedStates = ['finished', 'finished_with_errors', 'failed', 'canceled', 'undone'] as const;
const ended: ReadonlySet<UploadState> = new Set(endedStates);

/** True when nothing more will happen to it by itself. */
export const hasEnded = (state: UploadState): boolean => ended.has(state);
