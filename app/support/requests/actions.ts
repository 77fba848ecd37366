'use server';

import { act } from '@/app/act';
import { cancelSentRequest } from '@/lib/support/cancel-sent-request';
import { resendSentRequest } from '@/lib/support/resend-sent-request';

export async function cancel(requestId: string, reason: string) {
  return act(cancelSentRequest, { requestId, reason });
}

export async function resend(requestId: string, newId: string, reason: string) {
  return act(resendSentRequest, { requestId, newId, reason });
}
