import { systemActor } from '@/lib/auth/actor';
import { mailPasswordLink } from '@/lib/auth/mail-password-link';
import { escalateConflict } from '@/lib/conflicts/escalate-conflict';
import { remindHolder } from '@/lib/conflicts/remind-holder';
import { expireRequest } from '@/lib/consent/expire-request';
import { remindRequest } from '@/lib/consent/remind-request';
import { watchUse } from '@/lib/consent/watch-use';
import { dropUnfinished, processUpload } from '@/lib/devices/process-upload';
import { undoRows } from '@/lib/devices/undo-rows';
import { deliverMail } from '@/lib/mail/deliver';
import { expireInvitation } from '@/lib/partners/expire-invitation';
import { assignBatchProfile } from '@/lib/profiles/batch-job';
import { mailSignUp } from '@/lib/signups/mail-sign-up';
import { endAnnounced } from '@/lib/support/end-announced';
import { expireViewing } from '@/lib/viewing/expire-viewing';
import { deliverWebhook } from '@/lib/webhooks/deliver-webhook';
import type { JobHandler, JobKind } from './kinds';

/** What each job does. */
export const handlers: Record<JobKind, JobHandler> = {
  'mail.send': async ({ payload }) => {
    await deliverMail(systemActor('mail.send'), { mailId: payload.mailId ?? '' });
    return 'done';
  },
  'password.mail': async ({ payload }) => {
    await mailPasswordLink(systemActor('password.mail'), { email: payload.email ?? '' });
    return 'done';
  },
  'sign_up.mail': async ({ payload }) => {
    const { email = '', requestId = null, standingId = null, dap } = payload;
    await mailSignUp(systemActor('sign_up.mail'), { email, requestId, standingId, dap: dap === 'true' });
    return 'done';
  },
  'consent_request.expire': async ({ payload }) => {
    const outcome = await expireRequest(systemActor('consent_request.expire'), { requestId: payload.requestId ?? '' });
    if (!outcome.ok && outcome.reason === 'not_due') throw new Error('the request has not run out yet');
    return 'done';
  },
  'consent.watch_use': watchUse,
  'consent.revoke': async ({ payload }) => {
    const revocationId = payload.revocationId ?? '';
    const outcome = await endAnnounced(systemActor('consent.revoke'), { revocationId });
    if (!outcome.ok && outcome.reason === 'not_due') throw new Error('the day that was announced has not come');
    return 'done';
  },
  'consent_request.remind': async ({ id, payload }) => {
    const { requestId = '', reminder, token = '' } = payload;
    const which = reminder === 'eve' ? 'eve' : 'halfway';
    await remindRequest(systemActor('consent_request.remind'), { jobId: id, requestId, reminder: which, token });
    return 'done';
  },
  'provider_invitation.expire': async ({ payload }) => {
    await expireInvitation(systemActor('provider_invitation.expire'), { invitationId: payload.invitationId ?? '' });
    return 'done';
  },
  'conflict.remind': async ({ id, payload }) => {
    await remindHolder(systemActor('conflict.remind'), { jobId: id, conflictId: payload.conflictId ?? '' });
    return 'done';
  },
  'conflict.escalate': async ({ payload }) => {
    const conflictId = payload.conflictId ?? '';
    const outcome = await escalateConflict(systemActor('conflict.escalate'), { conflictId });
    if (!outcome.ok && outcome.reason === 'not_due') throw new Error('there is still time for an answer');
    return 'done';
  },
  'viewing.expire': async ({ payload }) => {
    const outcome = await expireViewing(systemActor('viewing.expire'), { viewingId: payload.viewingId ?? '' });
    if (!outcome.ok && outcome.reason === 'not_due') throw new Error('there is still time to look');
    return 'done';
  },
  'upload.process': processUpload,
  'upload.drop': dropUnfinished,
  'upload.undo': undoRows,
  'batch.assign_profile': assignBatchProfile,
  'webhook.deliver': async ({ payload }) => {
    const { deliveryId = '', round = '', attempts = '' } = payload;
    const outcome = await deliverWebhook(systemActor('webhook.deliver'), { deliveryId, round, attempts });
    return !outcome.ok && outcome.reason === 'reinstated' ? 'again' : 'done';
  },
};
