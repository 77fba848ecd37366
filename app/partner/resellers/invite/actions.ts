'use server';

import type { z } from 'zod';
import { act } from '@/app/act';
import { inviteReseller } from '@/lib/partners/invite-reseller';
import type { inviteResellerInput } from '@/lib/partners/invite-reseller-input';

export async function invite(input: z.input<typeof inviteResellerInput>) {
  return act(inviteReseller, input);
}
