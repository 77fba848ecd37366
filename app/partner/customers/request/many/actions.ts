'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { sendRequest } from '@/lib/consent/send-request';
import type { sendRequestInput } from '@/lib/consent/send-request-input';
import { atOnce } from './at-once';

/** A few requests one after the other, each with an answer of its own. What is too much at once is left out. */
export async function sendSeveral(inputs: z.input<typeof sendRequestInput>[]) {
  const answers: Awaited<ReturnType<typeof send>>[] = [];
  for (const input of inputs.slice(0, atOnce)) answers.push(await send(input));
  return answers;
}

const send = async (input: z.input<typeof sendRequestInput>) => act(sendRequest, input);
