'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { cancelRequest } from '@/lib/consent/cancel-request';
import { resendRequest } from '@/lib/consent/resend-request';
import type { resendRequestInput } from '@/lib/consent/resend-request-input';

export async function cancel(requestId: string) {
  return act(cancelRequest, { requestId });
}

export async function resend(input: z.input<typeof resendRequestInput>) {
  return act(resendRequest, input);
}
