/** The names of all jobs. What each does is in `handlers.ts`, which may import the whole domain; this file imports nothing. */
export type JobKind =
  | 'mail.send'
  | 'password.mail'
  | 'sign_up.mail'
  | 'consent_request.expire'
  | 'consent.watch_use'
  | 'consent.revoke'
  | 'consent_request.remind'
  | 'provider_invitation.expire'
  | 'conflict.remind'
  | 'conflict.escalate'
  | 'upload.process'
  | 'upload.drop'
  | 'upload.undo'
  | 'batch.assign_profile'
  | 'webhook.deliver'
  | 'viewing.expire';

export interface JobRun {
  /** For a handler whose work cannot be repeated: it takes the job in the transaction of the work. */
  id: string;
  payload: Record<string, string>;
  /** True once another worker may have taken the job over, or this process is told to stop: leave off between two steps. */
  shouldStop(): boolean;
  /** True when throwing now makes the job `failed` for good. */
  lastAttempt: boolean;
}

/** Throws to be tried again later; returns `'again'` to be queued at once, having stopped between two steps. */
export type JobHandler = (run: JobRun) => Promise<'done' | 'again'>;
