'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { sendRequest } from '@/lib/consent/send-request';
import type { sendRequestInput } from '@/lib/consent/send-request-input';

export async function send(input: z.input<typeof sendRequestInput>) {
  return act(sendRequest, input);
}
