import { dropUnfinished, processUpload } from '@/lib/devices/process-upload';
import type { JobHandler, JobKind } from './kinds';

/** What each job does. */
export const handlers: Record<JobKind, JobHandler> = {
  'mail.send': async () => 'done',
  'consent_request.expire': async () => 'done',
  'upload.process': processUpload,
  'upload.drop': dropUnfinished,
};
