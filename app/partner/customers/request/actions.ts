'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import type { draftInput } from '@/lib/consent/draft-input';
import { saveDraft } from '@/lib/consent/save-draft';
import { sendRequest } from '@/lib/consent/send-request';
import type { sendRequestInput } from '@/lib/consent/send-request-input';

export async function send(input: z.input<typeof sendRequestInput>) {
  return act(sendRequest, input);
}

export async function save(input: z.input<typeof draftInput>) {
  return act(saveDraft, input);
}
